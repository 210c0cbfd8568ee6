-- public
-- level 0
SELECT t.code_name
FROM registry.weapon_system t
WHERE true
AND (
    (
        EXISTS (
            SELECT FROM registry.weapon_system_portion f1
            WHERE f1.record = t.id
            AND (
                (f1.field = ?::text)
                AND EXISTS (
                    SELECT FROM registry.confidentiality_label f2
                    WHERE f2.id = f1.label
                    AND ((f2.policy = ?::text))
                )
            )
        )
    )
)
ORDER BY t.code_name, t.id
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.code_name
FROM registry.weapon_system t
WHERE true
AND (
    (
        EXISTS (
            SELECT FROM registry.weapon_system_portion f1
            WHERE f1.record = t.id
            AND (
                (f1.field = ?::text)
                AND EXISTS (
                    SELECT FROM registry.confidentiality_label f2
                    WHERE f2.id = f1.label
                    AND ((f2.policy = ?::text))
                )
            )
        )
    )
)
ORDER BY t.code_name, t.id
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT f1.label) FILTER (WHERE f1.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.weapon_system t
    WHERE true
    AND true
) t
JOIN registry.weapon_system_portion f1 ON f1.record = t.id;

COMMIT;
