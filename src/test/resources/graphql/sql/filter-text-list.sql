-- public
-- level 0
SELECT t.title
FROM registry.agreement t
WHERE true
AND ((t.withheld @> ARRAY[?::text] AND t.withheld && ?::text[] AND t.withheld <> '{}'))
ORDER BY t.title, t.id
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), nullif(t.annex_label, 0), t.title
FROM registry.agreement t
WHERE true
AND ((t.withheld @> ARRAY[?::text] AND t.withheld && ?::text[] AND t.withheld <> '{}'))
ORDER BY t.title, t.id
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT t.annex_label) FILTER (WHERE t.annex_label <> 0), ',')
FROM registry.agreement t
WHERE true
AND true;

COMMIT;
