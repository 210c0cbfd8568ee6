-- public
-- level 0
BEGIN READ ONLY;
SELECT set_config('plan_cache_mode', 'force_custom_plan', true);

SELECT t.name
FROM registry.organisation t
WHERE true
AND (
    (
        t.name_search LIKE '%' || registry.search_pattern(?::text) || '%'
        AND t.name_search LIKE registry.search_pattern(?::text) || '%'
    )
)
ORDER BY t.name, t.id
LIMIT 20;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);
SELECT set_config('plan_cache_mode', 'force_custom_plan', true);

SELECT t.id, nullif(t.label, 0), t.name
FROM registry.organisation t
WHERE true
AND (
    (
        t.name_search LIKE '%' || registry.search_pattern(?::text) || '%'
        AND t.name_search LIKE registry.search_pattern(?::text) || '%'
    )
)
ORDER BY t.name, t.id
LIMIT 20;

COMMIT;
