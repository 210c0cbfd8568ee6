-- public
-- level 0
SELECT t.name
FROM registry.programme t
WHERE true
AND ((t.countries @> ARRAY[?::text] AND t.countries && ?::text[] AND t.countries <> '{}'))
ORDER BY t.name, t.id
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.name
FROM registry.programme t
WHERE true
AND ((t.countries @> ARRAY[?::text] AND t.countries && ?::text[] AND t.countries <> '{}'))
ORDER BY t.name, t.id
LIMIT 20;

COMMIT;
