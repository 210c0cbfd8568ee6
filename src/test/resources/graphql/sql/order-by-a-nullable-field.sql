-- public
-- level 0
BEGIN READ ONLY;

SELECT t.website
FROM registry.organisation t
WHERE true
AND true
ORDER BY t.website NULLS LAST, t.id
LIMIT 20;

SELECT t.website
FROM registry.organisation t
WHERE true
AND true
ORDER BY t.website DESC NULLS LAST, t.id DESC
LIMIT 20;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.website
FROM registry.organisation t
WHERE true
AND true
ORDER BY t.website NULLS LAST, t.id
LIMIT 20;

SELECT t.id, nullif(t.label, 0), t.website
FROM registry.organisation t
WHERE true
AND true
ORDER BY t.website DESC NULLS LAST, t.id DESC
LIMIT 20;

COMMIT;
