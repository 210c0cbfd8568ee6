-- public
-- level 0
SELECT t.name
FROM registry.organisation t
WHERE true
AND ((t.id = ?::uuid AND t.id <> ?::uuid AND t.id = ANY(?::uuid[]) AND t.id IS NOT NULL))
ORDER BY t.name, t.id
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.name
FROM registry.organisation t
WHERE true
AND ((t.id = ?::uuid AND t.id <> ?::uuid AND t.id = ANY(?::uuid[]) AND t.id IS NOT NULL))
ORDER BY t.name, t.id
LIMIT 20;

COMMIT;
