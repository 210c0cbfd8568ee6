-- public
-- level 0
BEGIN READ ONLY;

SELECT t.purpose
FROM registry.allocation t
WHERE true
AND (
    (t.stage = ?::text AND t.stage <> ?::text AND t.stage = ANY(?::text[]) AND t.stage IS NOT NULL)
    AND (
        t.expected_change = ?::text
        AND t.expected_change <> ?::text
        AND t.expected_change = ANY(?::text[])
        AND t.expected_change IS NOT NULL
    )
    AND (
        EXISTS (
            SELECT FROM registry.transaction f1
            WHERE f1.allocation = t.id
            AND ((f1.type = ?::text AND f1.type <> ?::text AND f1.type = ANY(?::text[]) AND f1.type IS NOT NULL))
        )
    )
)
ORDER BY coalesce(t.announced_on, '-infinity'::date) DESC, t.id DESC
LIMIT 20;

SELECT t.name
FROM registry.fundraising_campaign t
WHERE true
AND (
    (
        EXISTS (
            SELECT FROM registry.donor_share f1
            WHERE f1.fundraising_campaign = t.id
            AND (
                (
                    f1.donor_type = ?::text
                    AND f1.donor_type <> ?::text
                    AND f1.donor_type = ANY(?::text[])
                    AND f1.donor_type IS NOT NULL
                )
                AND (
                    f1.qualifier = ?::text
                    AND f1.qualifier <> ?::text
                    AND f1.qualifier = ANY(?::text[])
                    AND f1.qualifier IS NOT NULL
                )
            )
        )
    )
)
ORDER BY t.starts_on DESC, t.id DESC
LIMIT 20;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.purpose
FROM registry.allocation t
WHERE true
AND (
    (t.stage = ?::text AND t.stage <> ?::text AND t.stage = ANY(?::text[]) AND t.stage IS NOT NULL)
    AND (
        t.expected_change = ?::text
        AND t.expected_change <> ?::text
        AND t.expected_change = ANY(?::text[])
        AND t.expected_change IS NOT NULL
    )
    AND (
        EXISTS (
            SELECT FROM registry.transaction f1
            WHERE f1.allocation = t.id
            AND ((f1.type = ?::text AND f1.type <> ?::text AND f1.type = ANY(?::text[]) AND f1.type IS NOT NULL))
        )
    )
)
ORDER BY coalesce(t.announced_on, '-infinity'::date) DESC, t.id DESC
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT f1.label) FILTER (WHERE f1.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.allocation t
    WHERE true
    AND (
        (t.stage = ?::text AND t.stage <> ?::text AND t.stage = ANY(?::text[]) AND t.stage IS NOT NULL)
        AND (
            t.expected_change = ?::text
            AND t.expected_change <> ?::text
            AND t.expected_change = ANY(?::text[])
            AND t.expected_change IS NOT NULL
        )
    )
) t
JOIN registry.transaction f1 ON f1.allocation = t.id;

SELECT t.id, nullif(t.label, 0), t.name
FROM registry.fundraising_campaign t
WHERE true
AND (
    (
        EXISTS (
            SELECT FROM registry.donor_share f1
            WHERE f1.fundraising_campaign = t.id
            AND (
                (
                    f1.donor_type = ?::text
                    AND f1.donor_type <> ?::text
                    AND f1.donor_type = ANY(?::text[])
                    AND f1.donor_type IS NOT NULL
                )
                AND (
                    f1.qualifier = ?::text
                    AND f1.qualifier <> ?::text
                    AND f1.qualifier = ANY(?::text[])
                    AND f1.qualifier IS NOT NULL
                )
            )
        )
    )
)
ORDER BY t.starts_on DESC, t.id DESC
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT f1.label) FILTER (WHERE f1.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.fundraising_campaign t
    WHERE true
    AND true
) t
JOIN registry.donor_share f1 ON f1.fundraising_campaign = t.id;

COMMIT;
