-- public
-- level 0
BEGIN READ ONLY;

SELECT array_to_json(t.capability_categories), t.id
FROM registry.partner_firm t
WHERE true
AND true
ORDER BY t.legal_name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT array_to_json(t.lines)
    FROM registry.firm_address t
    WHERE t.partner_firm = p.k
    ORDER BY t.kind, t.id
) q;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), array_to_json(t.capability_categories)
FROM registry.partner_firm t
WHERE true
AND true
ORDER BY t.legal_name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.id, nullif(t.label, 0), array_to_json(t.lines)
    FROM registry.firm_address t
    WHERE t.partner_firm = p.k
    ORDER BY t.kind, t.id
) q;

COMMIT;
