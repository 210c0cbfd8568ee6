-- public
-- level 0
BEGIN READ ONLY;
SELECT set_config('plan_cache_mode', 'force_custom_plan', true);

SELECT t.legal_name
FROM registry.partner_firm t
WHERE true
AND (
    (
        EXISTS (
            SELECT FROM registry.firm_address f1
            WHERE f1.partner_firm = t.id
            AND (
                (
                    f1.lines @> ARRAY[?::text]
                    AND f1.lines && ?::text[]
                    AND f1.lines <> '{}'
                    AND f1.lines_search LIKE '%' || chr(31) || '%' || registry.search_pattern(?::text) || '%'
                    AND f1.lines_search LIKE '%' || chr(31) || registry.search_pattern(?::text) || '%'
                )
            )
        )
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
        EXISTS (
            SELECT FROM registry.firm_address f1
            WHERE f1.partner_firm = t.id
            AND (
                (
                    f1.lines @> ARRAY[?::text]
                    AND f1.lines && ?::text[]
                    AND f1.lines <> '{}'
                    AND f1.lines_search LIKE '%' || chr(31) || '%' || registry.search_pattern(?::text) || '%'
                    AND f1.lines_search LIKE '%' || chr(31) || registry.search_pattern(?::text) || '%'
                )
            )
        )
    )
)
ORDER BY t.legal_name, t.id
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT f1.label) FILTER (WHERE f1.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.partner_firm t
    WHERE true
    AND true
) t
JOIN registry.firm_address f1 ON f1.partner_firm = t.id;

COMMIT;
