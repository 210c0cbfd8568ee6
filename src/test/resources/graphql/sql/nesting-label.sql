-- public
-- level 0
BEGIN READ ONLY;

SELECT t.label
FROM registry.agreement t
WHERE true
AND true
ORDER BY t.title, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::integer[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.marking, t.classification
    FROM registry.confidentiality_label t
    WHERE t.id = p.k
) q;

-- level 2
SELECT p.n, q.*
FROM unnest((SELECT ?::text[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.name_lt
    FROM registry.classification_level t
    WHERE t.code = p.k
) q;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.label
FROM registry.agreement t
WHERE true
AND true
ORDER BY t.title, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::integer[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.marking, t.classification
    FROM registry.confidentiality_label t
    WHERE t.id = p.k
) q;

-- level 2
SELECT p.n, q.*
FROM unnest((SELECT ?::text[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.name_lt
    FROM registry.classification_level t
    WHERE t.code = p.k
) q;

COMMIT;
