-- public
-- level 0
BEGIN READ ONLY;

SELECT t.alpha3, t.name, t.borders
FROM registry.country t
ORDER BY t.name, t.alpha2;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::text[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.name
    FROM registry.country t
    WHERE t.alpha2 = p.k
    ORDER BY t.name, t.alpha2
) q;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.alpha3, t.name, t.borders
FROM registry.country t
ORDER BY t.name, t.alpha2;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::text[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.name
    FROM registry.country t
    WHERE t.alpha2 = p.k
    ORDER BY t.name, t.alpha2
) q;

COMMIT;
