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
    SELECT t.name
    FROM registry.organisation t
    WHERE t.id = (
        SELECT l.organisation
        FROM registry.agreement_announcer l
        WHERE l.agreement = p.k
        ORDER BY l.label DESC, l.id
        LIMIT 1
    )
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
    SELECT nullif(
        (SELECT l.label FROM registry.agreement_announcer l WHERE l.agreement = p.k ORDER BY l.label DESC, l.id LIMIT 1),
        0
    ),
        t.id,
        nullif(t.label, 0),
        t.name
    FROM registry.organisation t
    WHERE t.id = (
        SELECT l.organisation
        FROM registry.agreement_announcer l
        WHERE l.agreement = p.k
        ORDER BY l.label DESC, l.id
        LIMIT 1
    )
) q;

COMMIT;
