-- public
-- level 0
SELECT t.website, t.name, t.id
FROM registry.organisation t
WHERE true
AND true
AND (
    t.website < ?::text
    OR t.website IS NULL AND ?::text IS NOT NULL
    OR t.website IS NOT DISTINCT FROM ?::text AND (t.name > ?::text OR t.name = ?::text AND (t.id > ?::uuid))
)
ORDER BY t.website DESC NULLS LAST, t.name, t.id
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.website, t.name
FROM registry.organisation t
WHERE true
AND true
AND (
    t.website < ?::text
    OR t.website IS NULL AND ?::text IS NOT NULL
    OR t.website IS NOT DISTINCT FROM ?::text AND (t.name > ?::text OR t.name = ?::text AND (t.id > ?::uuid))
)
ORDER BY t.website DESC NULLS LAST, t.name, t.id
LIMIT 20;

COMMIT;
