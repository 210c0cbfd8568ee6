-- public
-- level 0
SELECT r.*
FROM (
    SELECT t.name
    FROM registry.programme t
    WHERE true
    AND ((t.countries @> ARRAY[?::text] AND t.countries && ?::text[] AND t.countries <> '{}'))
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
    FROM registry.programme t
    WHERE true
    AND ((t.countries @> ARRAY[?::text] AND t.countries && ?::text[] AND t.countries <> '{}'))
    ORDER BY t.name, t.id
    LIMIT 101
) r
LIMIT ?::integer;

COMMIT;
