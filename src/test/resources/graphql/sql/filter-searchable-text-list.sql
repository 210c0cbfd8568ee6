-- public
-- level 0
BEGIN READ ONLY;
SELECT set_config('plan_cache_mode', 'force_custom_plan', true);

SELECT t.legal_name
FROM registry.partner_firm t
WHERE true
AND (
    (
        t.alternate_names @> ARRAY[?::text]
        AND t.alternate_names && ?::text[]
        AND t.alternate_names <> '{}'
        AND t.alternate_names_search LIKE '%' || chr(31) || '%' || registry.search_pattern(?::text) || '%'
        AND t.alternate_names_search LIKE '%' || chr(31) || registry.search_pattern(?::text) || '%'
    )
)
ORDER BY t.legal_name, t.id
LIMIT 20;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);
SELECT set_config('plan_cache_mode', 'force_custom_plan', true);

SELECT t.id, nullif(t.label, 0), t.legal_name
FROM registry.partner_firm t
WHERE true
AND (
    (
        t.alternate_names @> ARRAY[?::text]
        AND t.alternate_names && ?::text[]
        AND t.alternate_names <> '{}'
        AND t.alternate_names_search LIKE '%' || chr(31) || '%' || registry.search_pattern(?::text) || '%'
        AND t.alternate_names_search LIKE '%' || chr(31) || registry.search_pattern(?::text) || '%'
    )
)
ORDER BY t.legal_name, t.id
LIMIT 20;

COMMIT;
