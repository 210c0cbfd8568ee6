-- public
-- level 0
BEGIN READ ONLY;

SELECT t.legal_name, t.id
FROM registry.partner_firm t
WHERE true
AND true
ORDER BY t.legal_name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.code_name
    FROM registry.weapon_system t
    JOIN registry.weapon_system_developer l ON l.weapon_system = t.id
    WHERE l.partner_firm = p.k
    AND true
    ORDER BY t.code_name, t.id
    LIMIT 20
) q;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.legal_name
FROM registry.partner_firm t
WHERE true
AND true
ORDER BY t.legal_name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT DISTINCT ON (t.code_name, t.id) nullif(l.label, 0), t.id, nullif(t.label, 0), t.code_name
    FROM registry.weapon_system t
    JOIN registry.weapon_system_developer l ON l.weapon_system = t.id
    WHERE l.partner_firm = p.k
    AND true
    ORDER BY t.code_name, t.id, l.label
    LIMIT 20
) q;

COMMIT;
