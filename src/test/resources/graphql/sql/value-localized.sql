-- public
-- level 0
BEGIN READ ONLY;

SELECT t.code, t.name_en, t.name_lt, t.name_uk
FROM registry.classification_level t
ORDER BY t.code;

SELECT t.numeric, t.name_in_uk
FROM registry.country t
ORDER BY t.name, t.alpha2;

SELECT t.code, t.title_lt
FROM registry.military_list_category t
ORDER BY t.number, t.code;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.code, t.name_en, t.name_lt, t.name_uk
FROM registry.classification_level t
ORDER BY t.code;

SELECT t.numeric, t.name_in_uk
FROM registry.country t
ORDER BY t.name, t.alpha2;

SELECT t.code, t.title_lt
FROM registry.military_list_category t
ORDER BY t.number, t.code;

COMMIT;
