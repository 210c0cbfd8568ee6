-- public
-- level 0
BEGIN READ ONLY;

SELECT t.id
FROM registry.organisation t
WHERE true
AND true
ORDER BY t.name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT DISTINCT ON (t.title, t.id) t.title
    FROM registry.agreement t
    JOIN registry.agreement_party l ON l.agreement = t.id
    WHERE l.organisation = p.k
    AND true
    ORDER BY t.title, t.id, l.label
    LIMIT 20
) q;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0)
FROM registry.organisation t
WHERE true
AND true
ORDER BY t.name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT DISTINCT ON (t.title, t.id) nullif(l.label, 0), t.id, nullif(t.label, 0), t.title
    FROM registry.agreement t
    JOIN registry.agreement_party l ON l.agreement = t.id
    WHERE l.organisation = p.k
    AND true
    ORDER BY t.title, t.id, l.label
    LIMIT 20
) q;

COMMIT;
