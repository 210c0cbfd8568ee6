-- public
-- level 0
SELECT t.period_until, t.period_from, t.period_maximum
FROM registry.agreement t
WHERE true
AND (
    ((t.value_amount > ?::numeric) AND (t.value_currency = ?::text))
    AND ((t.period_from >= ?::date) AND (t.period_until < ?::date) AND (t.period_maximum IS NULL))
    AND EXISTS (
        SELECT FROM registry.agreement f1
        WHERE f1.id = (
            SELECT l.amended
            FROM registry.agreement_amendment l
            WHERE l.agreement = t.id
            ORDER BY l.label DESC, l.id
            LIMIT 1
        )
        AND ((f1.title = ?::text))
    )
)
ORDER BY coalesce(t.period_from, 'infinity'::date), t.id
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.period_until, t.period_from, t.period_maximum
FROM registry.agreement t
WHERE true
AND (
    ((t.value_amount > ?::numeric) AND (t.value_currency = ?::text))
    AND ((t.period_from >= ?::date) AND (t.period_until < ?::date) AND (t.period_maximum IS NULL))
    AND EXISTS (
        SELECT FROM registry.agreement f1
        WHERE f1.id = (
            SELECT l.amended
            FROM registry.agreement_amendment l
            WHERE l.agreement = t.id
            ORDER BY l.label DESC, l.id
            LIMIT 1
        )
        AND ((f1.title = ?::text))
    )
)
ORDER BY coalesce(t.period_from, 'infinity'::date), t.id
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT f1l.label) FILTER (WHERE f1l.label <> 0), ','),
    array_to_string(array_agg(DISTINCT f1.label) FILTER (WHERE f1.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.agreement t
    WHERE true
    AND (
        ((t.value_amount > ?::numeric) AND (t.value_currency = ?::text))
        AND ((t.period_from >= ?::date) AND (t.period_until < ?::date) AND (t.period_maximum IS NULL))
    )
) t
JOIN registry.agreement_amendment f1l ON f1l.agreement = t.id
JOIN registry.agreement f1 ON f1.id = f1l.amended;

COMMIT;
