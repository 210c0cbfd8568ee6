-- public
-- level 0
SELECT r.*
FROM (
    SELECT t.name
    FROM registry.organisation t
    WHERE true
    AND ((t.id = ?::uuid AND t.id <> ?::uuid AND t.id = ANY(?::uuid[]) AND t.id IS NOT NULL))
    ORDER BY t.name, t.id
    LIMIT 101
) r
LIMIT ?::integer;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT r.*
FROM (
    SELECT t.id, nullif(t.label, 0), t.name
    FROM registry.organisation t
    WHERE true
    AND ((t.id = ?::uuid AND t.id <> ?::uuid AND t.id = ANY(?::uuid[]) AND t.id IS NOT NULL))
    ORDER BY t.name, t.id
    LIMIT 101
) r
LIMIT ?::integer;

COMMIT;
