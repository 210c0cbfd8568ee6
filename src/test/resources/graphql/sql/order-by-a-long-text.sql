-- public
-- level 0
BEGIN READ ONLY;

SELECT t.name
FROM registry.programme t
WHERE true
AND true
ORDER BY left(t.objective, 300), t.id
LIMIT 20;

SELECT t.name
FROM registry.programme t
WHERE true
AND true
ORDER BY left(t.objective, 300) DESC, t.id DESC
LIMIT 20;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.name
FROM registry.programme t
WHERE true
AND true
ORDER BY left(t.objective, 300), t.id
LIMIT 20;

SELECT t.id, nullif(t.label, 0), t.name
FROM registry.programme t
WHERE true
AND true
ORDER BY left(t.objective, 300) DESC, t.id DESC
LIMIT 20;

COMMIT;
