-- public
-- level 0
SELECT registry.currency_amount(sum(t.value_amount), t.value_currency), t.value_currency
FROM registry.allocation t
WHERE true
AND true
AND t.value_amount IS NOT NULL
GROUP BY t.value_currency
ORDER BY t.value_currency;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT registry.currency_amount(sum(t.value_amount), t.value_currency), t.value_currency
FROM registry.allocation t
WHERE true
AND true
AND t.value_amount IS NOT NULL
GROUP BY t.value_currency
ORDER BY t.value_currency;

SELECT array_to_string(array_agg(DISTINCT t.label) FILTER (WHERE t.label <> 0), ','), count(*)
FROM registry.allocation t
WHERE true
AND true;

COMMIT;
