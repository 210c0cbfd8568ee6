-- public
-- level 0
SELECT t.purpose
FROM registry.allocation t
WHERE true
AND (
    (
        (t.value_amount >= ?::numeric)
        AND (
            t.value_currency = ?::text
            AND t.value_currency <> ?::text
            AND t.value_currency = ANY(?::text[])
            AND t.value_currency IS NOT NULL
        )
    )
)
ORDER BY coalesce(t.announced_on, '-infinity'::date) DESC, t.id DESC
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.purpose
FROM registry.allocation t
WHERE true
AND (
    (
        (t.value_amount >= ?::numeric)
        AND (
            t.value_currency = ?::text
            AND t.value_currency <> ?::text
            AND t.value_currency = ANY(?::text[])
            AND t.value_currency IS NOT NULL
        )
    )
)
ORDER BY coalesce(t.announced_on, '-infinity'::date) DESC, t.id DESC
LIMIT 20;

COMMIT;
