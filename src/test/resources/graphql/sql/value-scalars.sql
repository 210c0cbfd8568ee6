-- public
-- level 0
SELECT t.id,
    encode(sha256(convert_to(t::text, 'UTF8')), 'hex'),
    t.code_name,
    t.capability_category,
    t.designation,
    t.annual_output
FROM registry.weapon_system t
WHERE true
AND true
ORDER BY t.code_name, t.id
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id,
    nullif(t.label, 0),
    nullif(t.designation_label, 0),
    nullif(t.description_label, 0),
    nullif(t.military_list_category_label, 0),
    nullif(t.maximum_range_km_label, 0),
    nullif(t.annual_output_label, 0),
    nullif(t.unit_cost_label, 0),
    encode(sha256(convert_to(t::text, 'UTF8')), 'hex'),
    t.code_name,
    t.capability_category,
    t.designation,
    t.annual_output
FROM registry.weapon_system t
WHERE true
AND true
ORDER BY t.code_name, t.id
LIMIT 20;

COMMIT;
