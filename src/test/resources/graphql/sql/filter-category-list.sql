-- public
-- level 0
SELECT t.name
FROM registry.fundraising_campaign t
WHERE true
AND ((t.purposes @> ARRAY[?::text] AND t.purposes && ?::text[] AND t.purposes = '{}'))
ORDER BY t.starts_on DESC, t.id DESC
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.name
FROM registry.fundraising_campaign t
WHERE true
AND ((t.purposes @> ARRAY[?::text] AND t.purposes && ?::text[] AND t.purposes = '{}'))
ORDER BY t.starts_on DESC, t.id DESC
LIMIT 20;

COMMIT;
