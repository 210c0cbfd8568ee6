-- public
-- level 0
SELECT t.topic
FROM registry.statement t
WHERE true
AND true
ORDER BY (SELECT o.name FROM registry.person o WHERE o.id = t.speaker) DESC NULLS LAST,
    coalesce((SELECT o.valid_from FROM registry.post o WHERE o.id = t.post), 'infinity'::date),
    t.id
LIMIT 20;

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
    t.topic
FROM registry.statement t
WHERE true
AND true
ORDER BY (SELECT o.name FROM registry.person o WHERE o.id = t.speaker) DESC NULLS LAST,
    coalesce((SELECT o.valid_from FROM registry.post o WHERE o.id = t.post), 'infinity'::date),
    t.id
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT o0.label) FILTER (WHERE o0.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.statement t
    WHERE true
    AND true
) t
JOIN registry.person o0 ON o0.id = t.speaker;

SELECT array_to_string(array_agg(DISTINCT o1.label) FILTER (WHERE o1.label <> 0), ','),
    array_to_string(
        array_agg(DISTINCT (SELECT o1r.label FROM registry.person o1r WHERE o1r.id = o1.person)) FILTER (
            WHERE (SELECT o1r.label FROM registry.person o1r WHERE o1r.id = o1.person) <> 0
        ),
        ','
    ),
    array_to_string(
        array_agg(DISTINCT (SELECT o1r.label FROM registry.organisation o1r WHERE o1r.id = o1.organisation)) FILTER (
            WHERE (SELECT o1r.label FROM registry.organisation o1r WHERE o1r.id = o1.organisation) <> 0
        ),
        ','
    )
FROM (
    SELECT t.*
    FROM registry.statement t
    WHERE true
    AND true
) t
JOIN registry.post o1 ON o1.id = t.post;

COMMIT;
