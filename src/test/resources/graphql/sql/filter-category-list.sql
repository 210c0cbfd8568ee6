-- public
-- level 0
SELECT r.*
FROM (
    SELECT t.name
    FROM registry.fundraising_campaign t
    WHERE true
    AND ((t.purposes @> ARRAY[?::text] AND t.purposes && ?::text[] AND t.purposes = '{}'))
    ORDER BY t.starts_on DESC, t.id DESC
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
    FROM registry.fundraising_campaign t
    WHERE true
    AND ((t.purposes @> ARRAY[?::text] AND t.purposes && ?::text[] AND t.purposes = '{}'))
    ORDER BY t.starts_on DESC, t.id DESC
    LIMIT 101
) r
LIMIT ?::integer;

COMMIT;
