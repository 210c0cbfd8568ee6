-- public
-- level 0
SELECT t.name
FROM registry.fundraising_campaign t
WHERE true
AND (
    (
        EXISTS (
            SELECT FROM registry.campaign_split f1
            WHERE f1.fundraising_campaign = t.id
            AND (
                (
                    f1.fraction_numerator::bigint * ?::bigint < f1.fraction_denominator::bigint * ?::bigint
                    AND f1.fraction_numerator::bigint * ?::bigint <= f1.fraction_denominator::bigint * ?::bigint
                    AND f1.fraction_numerator::bigint * ?::bigint > f1.fraction_denominator::bigint * ?::bigint
                    AND f1.fraction_numerator::bigint * ?::bigint >= f1.fraction_denominator::bigint * ?::bigint
                )
            )
        )
    )
    AND (
        EXISTS (
            SELECT FROM registry.donor_share f2
            WHERE f2.fundraising_campaign = t.id
            AND (
                (
                    f2.fraction_numerator::bigint * ?::bigint = f2.fraction_denominator::bigint * ?::bigint
                    AND f2.fraction_numerator::bigint * ?::bigint <> f2.fraction_denominator::bigint * ?::bigint
                    AND EXISTS (
                        SELECT FROM unnest(?::bigint[], ?::bigint[]) AS other (numerator, denominator)
                        WHERE f2.fraction_numerator::bigint * other.denominator = f2.fraction_denominator::bigint * other.numerator
                    )
                    AND f2.fraction_numerator IS NOT NULL
                )
            )
        )
    )
)
ORDER BY t.starts_on DESC, t.id DESC
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.name
FROM registry.fundraising_campaign t
WHERE true
AND (
    (
        EXISTS (
            SELECT FROM registry.campaign_split f1
            WHERE f1.fundraising_campaign = t.id
            AND (
                (
                    f1.fraction_numerator::bigint * ?::bigint < f1.fraction_denominator::bigint * ?::bigint
                    AND f1.fraction_numerator::bigint * ?::bigint <= f1.fraction_denominator::bigint * ?::bigint
                    AND f1.fraction_numerator::bigint * ?::bigint > f1.fraction_denominator::bigint * ?::bigint
                    AND f1.fraction_numerator::bigint * ?::bigint >= f1.fraction_denominator::bigint * ?::bigint
                )
            )
        )
    )
    AND (
        EXISTS (
            SELECT FROM registry.donor_share f2
            WHERE f2.fundraising_campaign = t.id
            AND (
                (
                    f2.fraction_numerator::bigint * ?::bigint = f2.fraction_denominator::bigint * ?::bigint
                    AND f2.fraction_numerator::bigint * ?::bigint <> f2.fraction_denominator::bigint * ?::bigint
                    AND EXISTS (
                        SELECT FROM unnest(?::bigint[], ?::bigint[]) AS other (numerator, denominator)
                        WHERE f2.fraction_numerator::bigint * other.denominator = f2.fraction_denominator::bigint * other.numerator
                    )
                    AND f2.fraction_numerator IS NOT NULL
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
JOIN registry.campaign_split f1 ON f1.fundraising_campaign = t.id;

SELECT array_to_string(array_agg(DISTINCT f2.label) FILTER (WHERE f2.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.fundraising_campaign t
    WHERE true
    AND true
) t
JOIN registry.donor_share f2 ON f2.fundraising_campaign = t.id;

COMMIT;
