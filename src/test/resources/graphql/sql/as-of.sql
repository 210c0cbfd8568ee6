-- public
-- level 0
BEGIN READ ONLY;
SELECT set_config('registry.as_of', ?, true);

SELECT t.code_name, t.designation, t.id
FROM registry.weapon_system_as_of t
WHERE true
AND true
ORDER BY t.code_name, t.id
LIMIT 2;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.legal_name
    FROM registry.partner_firm_as_of t
    JOIN registry.weapon_system_developer_as_of l ON l.partner_firm = t.id
    WHERE l.weapon_system = p.k
    AND true
    ORDER BY t.legal_name, t.id
    LIMIT 2
) q;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);
SELECT set_config('registry.as_of', ?, true);

SELECT t.id,
    nullif(concat_ws(',', nullif(t.label, 0), nullif(t.label_now, 0)), ''),
    t.code_name,
    nullif(concat_ws(',', nullif(t.designation_label, 0), nullif(t.designation_label_now, 0)), ''),
    t.designation
FROM registry.weapon_system_as_of t
WHERE true
AND true
ORDER BY t.code_name, t.id
LIMIT 2;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT DISTINCT ON (t.legal_name, t.id) nullif(concat_ws(',', nullif(l.label, 0), nullif(l.label_now, 0)), ''),
        t.id,
        nullif(concat_ws(',', nullif(t.label, 0), nullif(t.label_now, 0)), ''),
        t.legal_name
    FROM registry.partner_firm_as_of t
    JOIN registry.weapon_system_developer_as_of l ON l.partner_firm = t.id
    WHERE l.weapon_system = p.k
    AND true
    ORDER BY t.legal_name, t.id, l.label
    LIMIT 2
) q;

COMMIT;
