-- public
-- level 0
BEGIN READ ONLY;
SELECT set_config('plan_cache_mode', 'force_custom_plan', true);

SELECT t.title
FROM registry.agreement t
WHERE true
AND (
    EXISTS (
        SELECT FROM registry.organisation f1
        WHERE f1.id = (
            SELECT l.organisation
            FROM registry.agreement_announcer l
            WHERE l.agreement = t.id
            ORDER BY l.label DESC, l.id
            LIMIT 1
        )
        AND ((f1.name_search LIKE registry.search_pattern(?::text) || '%'))
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
FROM registry.agreement t
WHERE true
AND (
    EXISTS (
        SELECT FROM registry.organisation f1
        WHERE f1.id = (
            SELECT l.organisation
            FROM registry.agreement_announcer l
            WHERE l.agreement = t.id
            ORDER BY l.label DESC, l.id
            LIMIT 1
        )
        AND ((f1.name_search LIKE registry.search_pattern(?::text) || '%'))
    )
)
ORDER BY t.title, t.id
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT f1l.label) FILTER (WHERE f1l.label <> 0), ','),
    array_to_string(array_agg(DISTINCT f1.label) FILTER (WHERE f1.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.agreement t
    WHERE true
    AND true
) t
JOIN registry.agreement_announcer f1l ON f1l.agreement = t.id
JOIN registry.organisation f1 ON f1.id = f1l.organisation;

COMMIT;
