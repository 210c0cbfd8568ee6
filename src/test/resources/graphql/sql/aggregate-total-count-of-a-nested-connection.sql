-- public
-- level 0
BEGIN READ ONLY;

SELECT t.id
FROM registry.partner_firm t
WHERE true
AND true
ORDER BY t.legal_name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT count(*)
    FROM registry.weapon_system t
    WHERE t.id IN (SELECT l.weapon_system FROM registry.weapon_system_developer l WHERE l.partner_firm = p.k)
    AND true
) q;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0)
FROM registry.partner_firm t
WHERE true
AND true
ORDER BY t.legal_name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT (
        SELECT array_to_string(array_agg(DISTINCT l.label) FILTER (WHERE l.label <> 0), ',')
        FROM registry.weapon_system_developer l
        WHERE l.partner_firm = p.k
    ),
        array_to_string(array_agg(DISTINCT t.label) FILTER (WHERE t.label <> 0), ','),
        count(*)
    FROM registry.weapon_system t
    WHERE t.id IN (SELECT l.weapon_system FROM registry.weapon_system_developer l WHERE l.partner_firm = p.k)
    AND true
) q;

COMMIT;
