-- public
-- level 0
BEGIN READ ONLY;
SELECT set_config('plan_cache_mode', 'force_custom_plan', true);

SELECT t.title
FROM registry.source t
WHERE true
AND (
    (
        EXISTS (
            SELECT FROM registry.country f1
            WHERE f1.alpha2 IN (SELECT l.country FROM registry.country_source l WHERE l.source = t.id)
            AND (
                (f1.alpha3 = ?::text AND f1.alpha3 <> ?::text AND f1.alpha3 = ANY(?::text[]) AND f1.alpha3 IS NOT NULL)
                AND (registry.folded(f1.name) LIKE '%' || registry.search_pattern(?::text) || '%')
                AND (
                    f1.nato_member = ?::boolean
                    AND f1.nato_member <> ?::boolean
                    AND f1.nato_member = ANY(?::boolean[])
                    AND f1.nato_member IS NOT NULL
                )
            )
        )
    )
)
ORDER BY t.title, t.id
LIMIT 20;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);
SELECT set_config('plan_cache_mode', 'force_custom_plan', true);

SELECT t.id, nullif(t.label, 0), t.title
FROM registry.source t
WHERE true
AND (
    (
        EXISTS (
            SELECT FROM registry.country f1
            WHERE f1.alpha2 IN (SELECT l.country FROM registry.country_source l WHERE l.source = t.id)
            AND (
                (f1.alpha3 = ?::text AND f1.alpha3 <> ?::text AND f1.alpha3 = ANY(?::text[]) AND f1.alpha3 IS NOT NULL)
                AND (registry.folded(f1.name) LIKE '%' || registry.search_pattern(?::text) || '%')
                AND (
                    f1.nato_member = ?::boolean
                    AND f1.nato_member <> ?::boolean
                    AND f1.nato_member = ANY(?::boolean[])
                    AND f1.nato_member IS NOT NULL
                )
            )
        )
    )
)
ORDER BY t.title, t.id
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT f1l.label) FILTER (WHERE f1l.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.source t
    WHERE true
    AND true
) t
JOIN registry.country_source f1l ON f1l.source = t.id
JOIN registry.country f1 ON f1.alpha2 = f1l.country;

COMMIT;
