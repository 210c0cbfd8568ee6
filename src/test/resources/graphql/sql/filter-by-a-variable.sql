-- public
-- level 0
BEGIN READ ONLY;
SELECT set_config('plan_cache_mode', 'force_custom_plan', true);

SELECT r.*
FROM (
    SELECT t.name
    FROM registry.organisation t
    WHERE true
    AND ((t.name_search LIKE registry.search_pattern(?::text) || '%'))
    ORDER BY t.name, t.id
    LIMIT 101
) r
LIMIT ?::integer;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);
SELECT set_config('plan_cache_mode', 'force_custom_plan', true);

SELECT r.*
FROM (
    SELECT t.id, nullif(t.label, 0), t.name
    FROM registry.organisation t
    WHERE true
    AND ((t.name_search LIKE registry.search_pattern(?::text) || '%'))
    ORDER BY t.name, t.id
    LIMIT 101
) r
LIMIT ?::integer;

COMMIT;
