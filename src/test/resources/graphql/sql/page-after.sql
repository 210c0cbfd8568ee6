-- public
-- level 0
SELECT t.name, t.id
FROM registry.organisation t
WHERE true
AND true
AND (t.name, t.id) > (?::text, ?::uuid)
ORDER BY t.name, t.id
LIMIT 2;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.name
FROM registry.organisation t
WHERE true
AND true
AND (t.name, t.id) > (?::text, ?::uuid)
ORDER BY t.name, t.id
LIMIT 2;

COMMIT;
