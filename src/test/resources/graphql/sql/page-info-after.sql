-- public
-- level 0
BEGIN READ ONLY;

SELECT t.title, t.id
FROM registry.source t
WHERE true
AND true
AND (t.title, t.id) > (?::text, ?::uuid)
ORDER BY t.title, t.id
LIMIT 3;

SELECT 1
FROM registry.source t
WHERE true
AND true
AND (t.title, t.id) <= (?::text, ?::uuid)
LIMIT 1;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.title
FROM registry.source t
WHERE true
AND true
AND (t.title, t.id) > (?::text, ?::uuid)
ORDER BY t.title, t.id
LIMIT 3;

SELECT t.id, nullif(t.label, 0)
FROM registry.source t
WHERE true
AND true
AND (t.title, t.id) <= (?::text, ?::uuid)
ORDER BY t.title, t.id
LIMIT 1;

COMMIT;
