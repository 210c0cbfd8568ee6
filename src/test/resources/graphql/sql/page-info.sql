-- public
-- level 0
SELECT t.title, t.id
FROM registry.source t
WHERE true
AND true
ORDER BY t.title, t.id
LIMIT 3;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.title
FROM registry.source t
WHERE true
AND true
ORDER BY t.title, t.id
LIMIT 3;

COMMIT;
