-- public
-- level 0
BEGIN READ ONLY;

SELECT t.name, t.jurisdiction
FROM registry.organisation t
WHERE true
AND true
ORDER BY t.name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::text[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.name
    FROM registry.country t
    WHERE t.alpha2 = p.k
) q;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.name, t.jurisdiction
FROM registry.organisation t
WHERE true
AND true
ORDER BY t.name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::text[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.name
    FROM registry.country t
    WHERE t.alpha2 = p.k
) q;

COMMIT;
