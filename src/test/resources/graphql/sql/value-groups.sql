-- public
-- level 0
BEGIN READ ONLY;

SELECT registry.currency_amount(t.unit_cost_amount, t.unit_cost_currency), t.unit_cost_currency, t.id
FROM registry.weapon_system t
WHERE true
AND true
ORDER BY t.code_name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.coordinates_latitude, t.coordinates_longitude
    FROM registry.production_facility t
    JOIN registry.weapon_system_facility l ON l.production_facility = t.id
    WHERE l.weapon_system = p.k
    AND true
    ORDER BY t.name, t.id
    LIMIT 20
) q;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id,
    nullif(t.label, 0),
    nullif(t.unit_cost_label, 0),
    registry.currency_amount(t.unit_cost_amount, t.unit_cost_currency),
    t.unit_cost_currency
FROM registry.weapon_system t
WHERE true
AND true
ORDER BY t.code_name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT DISTINCT ON (t.name, t.id) nullif(l.label, 0),
        t.id,
        nullif(t.label, 0),
        nullif(t.coordinates_label, 0),
        t.coordinates_latitude,
        t.coordinates_longitude
    FROM registry.production_facility t
    JOIN registry.weapon_system_facility l ON l.production_facility = t.id
    WHERE l.weapon_system = p.k
    AND true
    ORDER BY t.name, t.id, l.label
    LIMIT 20
) q;

COMMIT;
