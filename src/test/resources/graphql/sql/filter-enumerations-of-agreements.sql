-- public
-- level 0
SELECT t.title
FROM registry.agreement t
WHERE true
AND (
    (t.type = ?::text AND t.type <> ?::text AND t.type = ANY(?::text[]) AND t.type IS NOT NULL)
    AND (t.status = ?::text AND t.status <> ?::text AND t.status = ANY(?::text[]) AND t.status IS NOT NULL)
    AND (
        EXISTS (
            SELECT FROM registry.agreement_party f1
            WHERE f1.agreement = t.id
            AND ((f1.role = ?::text AND f1.role <> ?::text AND f1.role = ANY(?::text[]) AND f1.role IS NOT NULL))
        )
    )
    AND (t.coverage = ?::text AND t.coverage <> ?::text AND t.coverage = ANY(?::text[]) AND t.coverage IS NOT NULL)
)
ORDER BY t.title, t.id
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.title
FROM registry.agreement t
WHERE true
AND (
    (t.type = ?::text AND t.type <> ?::text AND t.type = ANY(?::text[]) AND t.type IS NOT NULL)
    AND (t.status = ?::text AND t.status <> ?::text AND t.status = ANY(?::text[]) AND t.status IS NOT NULL)
    AND (
        EXISTS (
            SELECT FROM registry.agreement_party f1
            WHERE f1.agreement = t.id
            AND ((f1.role = ?::text AND f1.role <> ?::text AND f1.role = ANY(?::text[]) AND f1.role IS NOT NULL))
        )
    )
    AND (t.coverage = ?::text AND t.coverage <> ?::text AND t.coverage = ANY(?::text[]) AND t.coverage IS NOT NULL)
)
ORDER BY t.title, t.id
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT f1.label) FILTER (WHERE f1.label <> 0), ','),
    array_to_string(
        array_agg(DISTINCT (SELECT f1r.label FROM registry.organisation f1r WHERE f1r.id = f1.organisation)) FILTER (
            WHERE (SELECT f1r.label FROM registry.organisation f1r WHERE f1r.id = f1.organisation) <> 0
        ),
        ','
    ),
    array_to_string(
        array_agg(DISTINCT (SELECT f1r.label FROM registry.partner_firm f1r WHERE f1r.id = f1.partner_firm)) FILTER (
            WHERE (SELECT f1r.label FROM registry.partner_firm f1r WHERE f1r.id = f1.partner_firm) <> 0
        ),
        ','
    )
FROM (
    SELECT t.*
    FROM registry.agreement t
    WHERE true
    AND (
        (t.type = ?::text AND t.type <> ?::text AND t.type = ANY(?::text[]) AND t.type IS NOT NULL)
        AND (t.status = ?::text AND t.status <> ?::text AND t.status = ANY(?::text[]) AND t.status IS NOT NULL)
        AND (t.coverage = ?::text AND t.coverage <> ?::text AND t.coverage = ANY(?::text[]) AND t.coverage IS NOT NULL)
    )
) t
JOIN registry.agreement_party f1 ON f1.agreement = t.id;

COMMIT;
