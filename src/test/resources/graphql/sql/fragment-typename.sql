-- public
-- level 0
SELECT 1
FROM registry.organisation t
WHERE true
AND true
ORDER BY t.name, t.id
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0)
FROM registry.organisation t
WHERE true
AND true
ORDER BY t.name, t.id
LIMIT 20;

COMMIT;
