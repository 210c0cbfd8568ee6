-- public
-- level 0
BEGIN READ ONLY;

SELECT t.id
FROM registry.allocation t
WHERE true
AND (
    (
        EXISTS (
            SELECT FROM registry.transaction f1
            WHERE f1.allocation = t.id
            AND (
                EXISTS (
                    SELECT FROM registry.transaction f2
                    WHERE f2.id = (
                        SELECT l.commitment
                        FROM registry.transaction_commitment l
                        WHERE l.transaction = f1.id
                        ORDER BY l.label DESC, l.id
                        LIMIT 1
                    )
                    AND ((f2.type = ?::text))
                )
            )
        )
    )
)
ORDER BY coalesce(t.announced_on, '-infinity'::date) DESC, t.id DESC
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.id
    FROM registry.transaction t
    WHERE t.allocation = p.k
    ORDER BY t.occurred_on, t.id
) q;

-- level 2
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT registry.currency_amount(t.value_amount, t.value_currency)
    FROM registry.transaction t
    WHERE t.id = (
        SELECT l.commitment
        FROM registry.transaction_commitment l
        WHERE l.transaction = p.k
        ORDER BY l.label DESC, l.id
        LIMIT 1
    )
) q;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0)
FROM registry.allocation t
WHERE true
AND (
    (
        EXISTS (
            SELECT FROM registry.transaction f1
            WHERE f1.allocation = t.id
            AND (
                EXISTS (
                    SELECT FROM registry.transaction f2
                    WHERE f2.id = (
                        SELECT l.commitment
                        FROM registry.transaction_commitment l
                        WHERE l.transaction = f1.id
                        ORDER BY l.label DESC, l.id
                        LIMIT 1
                    )
                    AND ((f2.type = ?::text))
                )
            )
        )
    )
)
ORDER BY coalesce(t.announced_on, '-infinity'::date) DESC, t.id DESC
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT f1.label) FILTER (WHERE f1.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.allocation t
    WHERE true
    AND true
) t
JOIN registry.transaction f1 ON f1.allocation = t.id;

SELECT array_to_string(array_agg(DISTINCT f2l.label) FILTER (WHERE f2l.label <> 0), ','),
    array_to_string(array_agg(DISTINCT f2.label) FILTER (WHERE f2.label <> 0), ','),
    array_to_string(
        array_agg(DISTINCT (SELECT f2r.label FROM registry.allocation f2r WHERE f2r.id = f2.allocation)) FILTER (
            WHERE (SELECT f2r.label FROM registry.allocation f2r WHERE f2r.id = f2.allocation) <> 0
        ),
        ','
    )
FROM (
    SELECT t.*
    FROM registry.allocation t
    WHERE true
    AND true
) t
JOIN registry.transaction f1 ON f1.allocation = t.id
JOIN registry.transaction_commitment f2l ON f2l.transaction = f1.id
JOIN registry.transaction f2 ON f2.id = f2l.commitment;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.id, nullif(t.label, 0)
    FROM registry.transaction t
    WHERE t.allocation = p.k
    ORDER BY t.occurred_on, t.id
) q;

-- level 2
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT nullif(
        (
            SELECT l.label
            FROM registry.transaction_commitment l
            WHERE l.transaction = p.k
            ORDER BY l.label DESC, l.id
            LIMIT 1
        ),
        0
    ),
        t.id,
        nullif(
            concat_ws(
                ',',
                nullif(t.label, 0),
                nullif((SELECT tr.label FROM registry.allocation tr WHERE tr.id = t.allocation), 0)
            ),
            ''
        ),
        registry.currency_amount(t.value_amount, t.value_currency)
    FROM registry.transaction t
    WHERE t.id = (
        SELECT l.commitment
        FROM registry.transaction_commitment l
        WHERE l.transaction = p.k
        ORDER BY l.label DESC, l.id
        LIMIT 1
    )
) q;

COMMIT;
