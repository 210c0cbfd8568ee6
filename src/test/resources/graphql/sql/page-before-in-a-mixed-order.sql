-- public
-- level 0
SELECT t.jurisdiction, t.name, t.id
FROM registry.organisation t
WHERE true
AND true
AND (
    t.jurisdiction >= ?::text
    AND (
        t.jurisdiction > ?::text
        OR t.jurisdiction = ?::text AND (t.name < ?::text OR t.name = ?::text AND (t.id < ?::uuid))
    )
)
ORDER BY t.jurisdiction DESC, t.name, t.id
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.jurisdiction, t.name
FROM registry.organisation t
WHERE true
AND true
AND (
    t.jurisdiction >= ?::text
    AND (
        t.jurisdiction > ?::text
        OR t.jurisdiction = ?::text AND (t.name < ?::text OR t.name = ?::text AND (t.id < ?::uuid))
    )
)
ORDER BY t.jurisdiction DESC, t.name, t.id
LIMIT 20;

COMMIT;
