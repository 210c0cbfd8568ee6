-- public
-- level 0
BEGIN READ ONLY;

SELECT t.name
FROM registry.production_facility t
WHERE true
AND (
    (t.status = ?::text AND t.status <> ?::text AND t.status = ANY(?::text[]) AND t.status IS NOT NULL)
    AND EXISTS (
        SELECT FROM registry.programme f1
        WHERE f1.id = (
            SELECT l.programme
            FROM registry.facility_programme l
            WHERE l.production_facility = t.id
            ORDER BY l.label DESC, l.id
            LIMIT 1
        )
        AND ((f1.status = ?::text AND f1.status <> ?::text AND f1.status = ANY(?::text[]) AND f1.status IS NOT NULL))
    )
)
ORDER BY t.name, t.id
LIMIT 20;

SELECT t.code_name
FROM registry.weapon_system t
WHERE true
AND (
    (
        t.capability_category = ?::text
        AND t.capability_category <> ?::text
        AND t.capability_category = ANY(?::text[])
        AND t.capability_category IS NOT NULL
    )
    AND (t.status = ?::text AND t.status <> ?::text AND t.status = ANY(?::text[]) AND t.status IS NOT NULL)
    AND (
        EXISTS (
            SELECT FROM registry.partner_firm f1
            WHERE f1.id IN (SELECT l.partner_firm FROM registry.weapon_system_developer l WHERE l.weapon_system = t.id)
            AND (
                (f1.status = ?::text AND f1.status <> ?::text AND f1.status = ANY(?::text[]) AND f1.status IS NOT NULL)
                AND (
                    EXISTS (
                        SELECT FROM registry.firm_identifier f2
                        WHERE f2.partner_firm = f1.id
                        AND (
                            (
                                f2.scheme = ?::text
                                AND f2.scheme <> ?::text
                                AND f2.scheme = ANY(?::text[])
                                AND f2.scheme IS NOT NULL
                            )
                        )
                    )
                )
            )
        )
    )
)
ORDER BY t.code_name, t.id
LIMIT 20;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.name
FROM registry.production_facility t
WHERE true
AND (
    (t.status = ?::text AND t.status <> ?::text AND t.status = ANY(?::text[]) AND t.status IS NOT NULL)
    AND EXISTS (
        SELECT FROM registry.programme f1
        WHERE f1.id = (
            SELECT l.programme
            FROM registry.facility_programme l
            WHERE l.production_facility = t.id
            ORDER BY l.label DESC, l.id
            LIMIT 1
        )
        AND ((f1.status = ?::text AND f1.status <> ?::text AND f1.status = ANY(?::text[]) AND f1.status IS NOT NULL))
    )
)
ORDER BY t.name, t.id
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT f1l.label) FILTER (WHERE f1l.label <> 0), ','),
    array_to_string(array_agg(DISTINCT f1.label) FILTER (WHERE f1.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.production_facility t
    WHERE true
    AND ((t.status = ?::text AND t.status <> ?::text AND t.status = ANY(?::text[]) AND t.status IS NOT NULL))
) t
JOIN registry.facility_programme f1l ON f1l.production_facility = t.id
JOIN registry.programme f1 ON f1.id = f1l.programme;

SELECT t.id, nullif(t.label, 0), t.code_name
FROM registry.weapon_system t
WHERE true
AND (
    (
        t.capability_category = ?::text
        AND t.capability_category <> ?::text
        AND t.capability_category = ANY(?::text[])
        AND t.capability_category IS NOT NULL
    )
    AND (t.status = ?::text AND t.status <> ?::text AND t.status = ANY(?::text[]) AND t.status IS NOT NULL)
    AND (
        EXISTS (
            SELECT FROM registry.partner_firm f1
            WHERE f1.id IN (SELECT l.partner_firm FROM registry.weapon_system_developer l WHERE l.weapon_system = t.id)
            AND (
                (f1.status = ?::text AND f1.status <> ?::text AND f1.status = ANY(?::text[]) AND f1.status IS NOT NULL)
                AND (
                    EXISTS (
                        SELECT FROM registry.firm_identifier f2
                        WHERE f2.partner_firm = f1.id
                        AND (
                            (
                                f2.scheme = ?::text
                                AND f2.scheme <> ?::text
                                AND f2.scheme = ANY(?::text[])
                                AND f2.scheme IS NOT NULL
                            )
                        )
                    )
                )
            )
        )
    )
)
ORDER BY t.code_name, t.id
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT f1l.label) FILTER (WHERE f1l.label <> 0), ','),
    array_to_string(array_agg(DISTINCT f1.label) FILTER (WHERE f1.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.weapon_system t
    WHERE true
    AND (
        (
            t.capability_category = ?::text
            AND t.capability_category <> ?::text
            AND t.capability_category = ANY(?::text[])
            AND t.capability_category IS NOT NULL
        )
        AND (t.status = ?::text AND t.status <> ?::text AND t.status = ANY(?::text[]) AND t.status IS NOT NULL)
    )
) t
JOIN registry.weapon_system_developer f1l ON f1l.weapon_system = t.id
JOIN registry.partner_firm f1 ON f1.id = f1l.partner_firm;

SELECT array_to_string(array_agg(DISTINCT f2.label) FILTER (WHERE f2.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.weapon_system t
    WHERE true
    AND (
        (
            t.capability_category = ?::text
            AND t.capability_category <> ?::text
            AND t.capability_category = ANY(?::text[])
            AND t.capability_category IS NOT NULL
        )
        AND (t.status = ?::text AND t.status <> ?::text AND t.status = ANY(?::text[]) AND t.status IS NOT NULL)
    )
) t
JOIN registry.weapon_system_developer f1l ON f1l.weapon_system = t.id
JOIN registry.partner_firm f1 ON f1.id = f1l.partner_firm
JOIN registry.firm_identifier f2 ON f2.partner_firm = f1.id;

COMMIT;
