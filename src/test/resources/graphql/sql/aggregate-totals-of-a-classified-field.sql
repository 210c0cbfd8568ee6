-- public
-- level 0
SELECT registry.currency_amount(sum(t.unit_cost_amount), t.unit_cost_currency), t.unit_cost_currency
FROM registry.weapon_system t
WHERE true
AND ((t.status = ?::text))
AND t.unit_cost_amount IS NOT NULL
GROUP BY t.unit_cost_currency
ORDER BY t.unit_cost_currency;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT registry.currency_amount(sum(t.unit_cost_amount), t.unit_cost_currency), t.unit_cost_currency
FROM registry.weapon_system t
WHERE true
AND ((t.status = ?::text))
AND t.unit_cost_amount IS NOT NULL
GROUP BY t.unit_cost_currency
ORDER BY t.unit_cost_currency;

SELECT array_to_string(array_agg(DISTINCT t.label) FILTER (WHERE t.label <> 0), ','), count(*)
FROM registry.weapon_system t
WHERE true
AND ((t.status = ?::text));

SELECT array_to_string(array_agg(DISTINCT t.unit_cost_label) FILTER (WHERE t.unit_cost_label <> 0), ',')
FROM registry.weapon_system t
WHERE true
AND ((t.status = ?::text));

COMMIT;
