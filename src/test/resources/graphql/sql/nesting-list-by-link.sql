-- public
-- level 0
BEGIN READ ONLY;

SELECT t.id
FROM registry.weapon_system t
WHERE true
AND true
ORDER BY t.code_name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.title
    FROM registry.source t
    JOIN registry.weapon_system_source l ON l.source = t.id
    WHERE l.weapon_system = p.k
    ORDER BY t.title, t.id
) q;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0)
FROM registry.weapon_system t
WHERE true
AND true
ORDER BY t.code_name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT DISTINCT ON (t.title, t.id) nullif(l.label, 0), t.id, nullif(t.label, 0), t.title
    FROM registry.source t
    JOIN registry.weapon_system_source l ON l.source = t.id
    WHERE l.weapon_system = p.k
    ORDER BY t.title, t.id, l.label
) q;

COMMIT;
