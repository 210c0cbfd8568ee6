-- public
-- level 0
BEGIN READ ONLY;

SELECT t.id
FROM registry.source t
WHERE true
AND true
ORDER BY t.title, t.id
LIMIT 2;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.name, t.id
    FROM registry.organisation t
    JOIN registry.organisation_source l ON l.organisation = t.id
    WHERE l.source = p.k
    AND true
    ORDER BY t.name DESC, t.id DESC
    LIMIT 2
) q;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0)
FROM registry.source t
WHERE true
AND true
ORDER BY t.title, t.id
LIMIT 2;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT DISTINCT ON (t.name, t.id) nullif(l.label, 0), t.id, nullif(t.label, 0), t.name
    FROM registry.organisation t
    JOIN registry.organisation_source l ON l.organisation = t.id
    WHERE l.source = p.k
    AND true
    ORDER BY t.name DESC, t.id DESC, l.label
    LIMIT 2
) q;

COMMIT;
