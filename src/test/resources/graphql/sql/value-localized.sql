-- public
-- level 0
SELECT t.code, t.name_en, t.name_lt, t.name_uk
FROM registry.classification_level t
ORDER BY t.code;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.code, t.name_en, t.name_lt, t.name_uk
FROM registry.classification_level t
ORDER BY t.code;

COMMIT;
