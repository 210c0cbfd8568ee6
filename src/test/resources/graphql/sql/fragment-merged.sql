-- public
-- level 0
BEGIN READ ONLY;

SELECT t.id
FROM registry.agreement t
WHERE true
AND true
ORDER BY t.title, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.title, t.url
    FROM registry.source t
    JOIN registry.agreement_source l ON l.source = t.id
    WHERE l.agreement = p.k
    ORDER BY t.title, t.id
) q;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0)
FROM registry.agreement t
WHERE true
AND true
ORDER BY t.title, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT DISTINCT ON (t.title, t.id) nullif(l.label, 0), t.id, nullif(t.label, 0), t.title, t.url
    FROM registry.source t
    JOIN registry.agreement_source l ON l.source = t.id
    WHERE l.agreement = p.k
    ORDER BY t.title, t.id, l.label
) q;

COMMIT;
