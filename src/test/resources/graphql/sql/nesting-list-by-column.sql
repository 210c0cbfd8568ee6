-- public
-- level 0
BEGIN READ ONLY;

SELECT t.id
FROM registry.fundraising_campaign t
WHERE true
AND true
ORDER BY t.starts_on DESC, t.id DESC
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.description
    FROM registry.milestone t
    WHERE t.fundraising_campaign = p.k
    ORDER BY coalesce(t.reached_by, 'infinity'::date), t.id
) q;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0)
FROM registry.fundraising_campaign t
WHERE true
AND true
ORDER BY t.starts_on DESC, t.id DESC
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.id, nullif(t.label, 0), t.description
    FROM registry.milestone t
    WHERE t.fundraising_campaign = p.k
    ORDER BY coalesce(t.reached_by, 'infinity'::date), t.id
) q;

COMMIT;
