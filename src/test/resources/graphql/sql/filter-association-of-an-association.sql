-- public
-- level 0
SELECT t.title
FROM registry.source t
WHERE true
AND (
    (
        EXISTS (
            SELECT FROM registry.agreement f1
            WHERE f1.id IN (SELECT l.agreement FROM registry.agreement_source l WHERE l.source = t.id)
            AND (
                (
                    EXISTS (
                        SELECT FROM registry.weapon_system f2
                        WHERE f2.id IN (
                            SELECT l.weapon_system
                            FROM registry.agreement_system l
                            WHERE l.agreement = f1.id
                        )
                        AND ((f2.designation IS NOT NULL))
                    )
                )
            )
        )
    )
)
ORDER BY t.title, t.id
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.title
FROM registry.source t
WHERE true
AND (
    (
        EXISTS (
            SELECT FROM registry.agreement f1
            WHERE f1.id IN (SELECT l.agreement FROM registry.agreement_source l WHERE l.source = t.id)
            AND (
                (
                    EXISTS (
                        SELECT FROM registry.weapon_system f2
                        WHERE f2.id IN (
                            SELECT l.weapon_system
                            FROM registry.agreement_system l
                            WHERE l.agreement = f1.id
                        )
                        AND ((f2.designation IS NOT NULL))
                    )
                )
            )
        )
    )
)
ORDER BY t.title, t.id
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT f1l.label) FILTER (WHERE f1l.label <> 0), ','),
    array_to_string(array_agg(DISTINCT f1.label) FILTER (WHERE f1.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.source t
    WHERE true
    AND true
) t
JOIN registry.agreement_source f1l ON f1l.source = t.id
JOIN registry.agreement f1 ON f1.id = f1l.agreement;

SELECT array_to_string(array_agg(DISTINCT f2l.label) FILTER (WHERE f2l.label <> 0), ','),
    array_to_string(array_agg(DISTINCT f2.label) FILTER (WHERE f2.label <> 0), ','),
    array_to_string(array_agg(DISTINCT f2.designation_label) FILTER (WHERE f2.designation_label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.source t
    WHERE true
    AND true
) t
JOIN registry.agreement_source f1l ON f1l.source = t.id
JOIN registry.agreement f1 ON f1.id = f1l.agreement
JOIN registry.agreement_system f2l ON f2l.agreement = f1.id
JOIN registry.weapon_system f2 ON f2.id = f2l.weapon_system;

COMMIT;
