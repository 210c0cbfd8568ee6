-- public
-- level 0
SELECT t.subject
FROM registry.disclosure t
WHERE true
AND (
    (t.level = ?::text AND t.level <> ?::text AND t.level = ANY(?::text[]) AND t.level IS NOT NULL)
    AND (
        EXISTS (
            SELECT FROM registry.disclosed_value f1
            WHERE f1.disclosure = t.id
            AND ((f1.use = ?::text AND f1.use <> ?::text AND f1.use = ANY(?::text[]) AND f1.use IS NOT NULL))
        )
    )
)
ORDER BY t.at DESC, t.id DESC
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.subject
FROM registry.disclosure t
WHERE true
AND (
    (t.level = ?::text AND t.level <> ?::text AND t.level = ANY(?::text[]) AND t.level IS NOT NULL)
    AND (
        EXISTS (
            SELECT FROM registry.disclosed_value f1
            WHERE f1.disclosure = t.id
            AND ((f1.use = ?::text AND f1.use <> ?::text AND f1.use = ANY(?::text[]) AND f1.use IS NOT NULL))
        )
    )
)
ORDER BY t.at DESC, t.id DESC
LIMIT 20;

COMMIT;
