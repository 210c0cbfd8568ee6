-- public
-- level 0
BEGIN READ ONLY;

SELECT array_to_json(t.withheld), t.label
FROM registry.weapon_system t
WHERE true
AND true
ORDER BY t.code_name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::integer[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.marking
    FROM registry.confidentiality_label t
    WHERE t.id = p.k
) q;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id,
    nullif(t.label, 0),
    nullif(
        concat_ws(
            ',',
            nullif(t.designation_label, 0),
            nullif(t.description_label, 0),
            nullif(t.military_list_category_label, 0),
            nullif(t.maximum_range_km_label, 0),
            nullif(t.annual_output_label, 0),
            nullif(t.unit_cost_label, 0)
        ),
        ''
    ),
    array_to_json(t.withheld),
    t.label
FROM registry.weapon_system t
WHERE true
AND true
ORDER BY t.code_name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::integer[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.marking
    FROM registry.confidentiality_label t
    WHERE t.id = p.k
) q;

COMMIT;
