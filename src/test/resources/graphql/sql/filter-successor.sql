-- public
-- level 0
BEGIN READ ONLY;

SELECT t.id
FROM registry.partner_firm t
WHERE true
AND (
    EXISTS (
        SELECT FROM registry.partner_firm f1
        WHERE f1.id = (
            SELECT l.successor
            FROM registry.firm_successor l
            WHERE l.partner_firm = t.id
            ORDER BY l.label DESC, l.id
            LIMIT 1
        )
        AND ((f1.legal_name = ?::text))
    )
    AND (
        NOT EXISTS (
            SELECT FROM registry.partner_firm f2
            WHERE f2.id IN (SELECT l.partner_firm FROM registry.firm_successor l WHERE l.successor = t.id)
            AND ((f2.status = ?::text))
        )
    )
)
ORDER BY t.legal_name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.legal_name
    FROM registry.partner_firm t
    WHERE t.id = (
        SELECT l.successor
        FROM registry.firm_successor l
        WHERE l.partner_firm = p.k
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
FROM registry.partner_firm t
WHERE true
AND (
    EXISTS (
        SELECT FROM registry.partner_firm f1
        WHERE f1.id = (
            SELECT l.successor
            FROM registry.firm_successor l
            WHERE l.partner_firm = t.id
            ORDER BY l.label DESC, l.id
            LIMIT 1
        )
        AND ((f1.legal_name = ?::text))
    )
    AND (
        NOT EXISTS (
            SELECT FROM registry.partner_firm f2
            WHERE f2.id IN (SELECT l.partner_firm FROM registry.firm_successor l WHERE l.successor = t.id)
            AND ((f2.status = ?::text))
        )
    )
)
ORDER BY t.legal_name, t.id
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT f1l.label) FILTER (WHERE f1l.label <> 0), ','),
    array_to_string(array_agg(DISTINCT f1.label) FILTER (WHERE f1.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.partner_firm t
    WHERE true
    AND true
) t
JOIN registry.firm_successor f1l ON f1l.partner_firm = t.id
JOIN registry.partner_firm f1 ON f1.id = f1l.successor;

SELECT array_to_string(array_agg(DISTINCT f2l.label) FILTER (WHERE f2l.label <> 0), ','),
    array_to_string(array_agg(DISTINCT f2.label) FILTER (WHERE f2.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.partner_firm t
    WHERE true
    AND true
) t
JOIN registry.firm_successor f2l ON f2l.successor = t.id
JOIN registry.partner_firm f2 ON f2.id = f2l.partner_firm;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT nullif(
        (SELECT l.label FROM registry.firm_successor l WHERE l.partner_firm = p.k ORDER BY l.label DESC, l.id LIMIT 1),
        0
    ),
        t.id,
        nullif(t.label, 0),
        t.legal_name
    FROM registry.partner_firm t
    WHERE t.id = (
        SELECT l.successor
        FROM registry.firm_successor l
        WHERE l.partner_firm = p.k
        ORDER BY l.label DESC, l.id
        LIMIT 1
    )
) q;

COMMIT;
