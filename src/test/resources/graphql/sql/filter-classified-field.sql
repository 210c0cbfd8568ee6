-- public
-- level 0
BEGIN READ ONLY;
SELECT set_config('plan_cache_mode', 'force_custom_plan', true);

SELECT t.code_name
FROM registry.weapon_system t
WHERE true
AND ((t.designation_search LIKE '%' || registry.search_pattern(?::text) || '%') AND (t.annual_output IS NULL))
ORDER BY t.code_name, t.id
LIMIT 20;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);
SELECT set_config('plan_cache_mode', 'force_custom_plan', true);

SELECT t.id, nullif(t.label, 0), nullif(t.designation_label, 0), nullif(t.annual_output_label, 0), t.code_name
FROM registry.weapon_system t
WHERE true
AND ((t.designation_search LIKE '%' || registry.search_pattern(?::text) || '%') AND (t.annual_output IS NULL))
ORDER BY t.code_name, t.id
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT t.designation_label) FILTER (WHERE t.designation_label <> 0), ','),
    array_to_string(array_agg(DISTINCT t.annual_output_label) FILTER (WHERE t.annual_output_label <> 0), ',')
FROM registry.weapon_system t
WHERE true
AND true;

COMMIT;
