-- public
-- level 0
BEGIN READ ONLY;

SELECT t.speaker
FROM registry.statement t
WHERE true
AND true
ORDER BY coalesce(t.made_on, '-infinity'::date) DESC, t.id DESC
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.name
    FROM registry.person t
    WHERE t.id = p.k
) q;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id,
    nullif(
        concat_ws(
            ',',
            nullif(t.label, 0),
            nullif((SELECT tr.label FROM registry.person tr WHERE tr.id = t.speaker), 0),
            nullif((SELECT tr.label FROM registry.post tr WHERE tr.id = t.post), 0),
            nullif(
                (
                    SELECT (SELECT trr.label FROM registry.person trr WHERE trr.id = tr.person)
                    FROM registry.post tr
                    WHERE tr.id = t.post
                ),
                0
            ),
            nullif(
                (
                    SELECT (SELECT trr.label FROM registry.organisation trr WHERE trr.id = tr.organisation)
                    FROM registry.post tr
                    WHERE tr.id = t.post
                ),
                0
            )
        ),
        ''
    ),
    t.speaker
FROM registry.statement t
WHERE true
AND true
ORDER BY coalesce(t.made_on, '-infinity'::date) DESC, t.id DESC
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.id, nullif(t.label, 0), t.name
    FROM registry.person t
    WHERE t.id = p.k
) q;

COMMIT;
