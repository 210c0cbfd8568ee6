-- public
-- level 0
BEGIN READ ONLY;

SELECT t.id
FROM registry.partner_firm t
WHERE true
AND true
ORDER BY t.legal_name, t.id
LIMIT 2;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT to_char(t.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), t.before, t.after
    FROM registry.partner_firm_change t
    WHERE t.record = p.k
    AND (
        (t.operation = ?::text AND t.operation <> ?::text AND t.operation = ANY(?::text[]) AND t.operation IS NOT NULL)
        AND (t.role = ?::text AND t.role <> ?::text AND t.role = ANY(?::text[]) AND t.role IS NOT NULL)
    )
    ORDER BY t.at DESC, t.id DESC
    LIMIT 3
) q;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0)
FROM registry.partner_firm t
WHERE true
AND true
ORDER BY t.legal_name, t.id
LIMIT 2;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT nullif(array_to_string(t.labels, ','), ''),
        to_char(t.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        t.before,
        t.after
    FROM registry.partner_firm_change t
    WHERE t.record = p.k
    AND (
        (t.operation = ?::text AND t.operation <> ?::text AND t.operation = ANY(?::text[]) AND t.operation IS NOT NULL)
        AND (t.role = ?::text AND t.role <> ?::text AND t.role = ANY(?::text[]) AND t.role IS NOT NULL)
    )
    ORDER BY t.at DESC, t.id DESC
    LIMIT 3
) q;

SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT string_agg(DISTINCT nullif(array_to_string(t.labels, ','), ''), ',')
    FROM registry.partner_firm_change t
    WHERE t.record = p.k
    AND true
) q;

COMMIT;
