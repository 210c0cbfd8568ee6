-- public
-- level 0
SELECT r.*
FROM (
    SELECT 1
    FROM registry.organisation t
    WHERE true
    AND true
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
    SELECT t.id, nullif(t.label, 0)
    FROM registry.organisation t
    WHERE true
    AND true
    ORDER BY t.name, t.id
    LIMIT 101
) r
LIMIT ?::integer;

COMMIT;
