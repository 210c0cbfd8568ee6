-- public
-- level 0
SELECT r.*
FROM (
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
    LIMIT 101
) r
LIMIT ?::integer;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT r.*
FROM (
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
    LIMIT 101
) r
LIMIT ?::integer;

COMMIT;
