-- public
-- level 0
BEGIN READ ONLY;

SELECT t.id
FROM registry.programme t
WHERE true
AND true
ORDER BY t.name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.name
    FROM registry.production_facility t
    JOIN registry.facility_programme l ON l.production_facility = t.id
    WHERE l.programme = p.k
    AND true
    ORDER BY t.name, t.id
    LIMIT 20
) q;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0)
FROM registry.programme t
WHERE true
AND true
ORDER BY t.name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT DISTINCT ON (t.name, t.id) nullif(l.label, 0), t.id, nullif(t.label, 0), t.name
    FROM registry.production_facility t
    JOIN registry.facility_programme l ON l.production_facility = t.id
    WHERE l.programme = p.k
    AND true
    ORDER BY t.name, t.id, l.label
    LIMIT 20
) q;

COMMIT;
