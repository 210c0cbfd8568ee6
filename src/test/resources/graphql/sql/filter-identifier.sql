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
            SELECT FROM registry.firm_identifier f1
            WHERE f1.partner_firm = t.id
            AND (
                (
                    f1.value = ?::text
                    AND f1.value <> ?::text
                    AND f1.value = ANY(?::text[])
                    AND f1.value IS NOT NULL
                    AND f1.value_search LIKE '%' || registry.search_pattern(?::text) || '%'
                    AND f1.value_search LIKE registry.search_pattern(?::text) || '%'
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
            SELECT FROM registry.firm_identifier f1
            WHERE f1.partner_firm = t.id
            AND (
                (
                    f1.value = ?::text
                    AND f1.value <> ?::text
                    AND f1.value = ANY(?::text[])
                    AND f1.value IS NOT NULL
                    AND f1.value_search LIKE '%' || registry.search_pattern(?::text) || '%'
                    AND f1.value_search LIKE registry.search_pattern(?::text) || '%'
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
JOIN registry.firm_identifier f1 ON f1.partner_firm = t.id;

COMMIT;
