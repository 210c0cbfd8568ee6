-- public
-- level 0
SELECT t.legal_name
FROM registry.partner_firm t
WHERE true
AND (
    (
        EXISTS (
            SELECT FROM registry.weapon_system f1
            WHERE f1.id IN (SELECT l.weapon_system FROM registry.weapon_system_developer l WHERE l.partner_firm = t.id)
            AND ((f1.status = ?::text))
        )
        AND NOT EXISTS (
            SELECT FROM registry.weapon_system f2
            WHERE f2.id IN (SELECT l.weapon_system FROM registry.weapon_system_developer l WHERE l.partner_firm = t.id)
            AND ((f2.status = ?::text))
        )
    )
)
ORDER BY t.legal_name, t.id
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.legal_name
FROM registry.partner_firm t
WHERE true
AND (
    (
        EXISTS (
            SELECT FROM registry.weapon_system f1
            WHERE f1.id IN (SELECT l.weapon_system FROM registry.weapon_system_developer l WHERE l.partner_firm = t.id)
            AND ((f1.status = ?::text))
        )
        AND NOT EXISTS (
            SELECT FROM registry.weapon_system f2
            WHERE f2.id IN (SELECT l.weapon_system FROM registry.weapon_system_developer l WHERE l.partner_firm = t.id)
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
JOIN registry.weapon_system_developer f1l ON f1l.partner_firm = t.id
JOIN registry.weapon_system f1 ON f1.id = f1l.weapon_system;

SELECT array_to_string(array_agg(DISTINCT f2l.label) FILTER (WHERE f2l.label <> 0), ','),
    array_to_string(array_agg(DISTINCT f2.label) FILTER (WHERE f2.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.partner_firm t
    WHERE true
    AND true
) t
JOIN registry.weapon_system_developer f2l ON f2l.partner_firm = t.id
JOIN registry.weapon_system f2 ON f2.id = f2l.weapon_system;

COMMIT;
