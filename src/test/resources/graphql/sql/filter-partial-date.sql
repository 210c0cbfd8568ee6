-- public
-- level 0
SELECT t.registered_on
FROM registry.partner_firm t
WHERE true
AND (
    (
        t.registered_on = ?::registry.partial_date
        AND t.registered_on <> ?::registry.partial_date
        AND t.registered_on = ANY(?::registry.partial_date[])
        AND t.registered_on IS NOT NULL
    )
    AND (
        t.dissolved_on < ?::registry.partial_date
        AND t.dissolved_on <= ?::registry.partial_date
        AND t.dissolved_on > ?::registry.partial_date
        AND t.dissolved_on >= ?::registry.partial_date
    )
)
ORDER BY t.registered_on NULLS LAST, t.id
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.registered_on
FROM registry.partner_firm t
WHERE true
AND (
    (
        t.registered_on = ?::registry.partial_date
        AND t.registered_on <> ?::registry.partial_date
        AND t.registered_on = ANY(?::registry.partial_date[])
        AND t.registered_on IS NOT NULL
    )
    AND (
        t.dissolved_on < ?::registry.partial_date
        AND t.dissolved_on <= ?::registry.partial_date
        AND t.dissolved_on > ?::registry.partial_date
        AND t.dissolved_on >= ?::registry.partial_date
    )
)
ORDER BY t.registered_on NULLS LAST, t.id
LIMIT 20;

COMMIT;
