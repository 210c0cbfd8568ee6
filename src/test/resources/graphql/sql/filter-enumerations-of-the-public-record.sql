-- public
-- level 0
SELECT t.title
FROM registry.source t
WHERE true
AND (
    (t.kind = ?::text AND t.kind <> ?::text AND t.kind = ANY(?::text[]) AND t.kind IS NOT NULL)
    AND (
        EXISTS (
            SELECT FROM registry.organisation f1
            WHERE f1.id IN (SELECT l.organisation FROM registry.organisation_source l WHERE l.source = t.id)
            AND (
                (
                    f1.entity_type = ?::text
                    AND f1.entity_type <> ?::text
                    AND f1.entity_type = ANY(?::text[])
                    AND f1.entity_type IS NOT NULL
                )
                AND (
                    f1.unspecified_reason = ?::text
                    AND f1.unspecified_reason <> ?::text
                    AND f1.unspecified_reason = ANY(?::text[])
                    AND f1.unspecified_reason IS NULL
                )
                AND (
                    EXISTS (
                        SELECT FROM registry.organisation_name f2
                        WHERE f2.organisation = f1.id
                        AND (
                            (
                                f2.kind = ?::text
                                AND f2.kind <> ?::text
                                AND f2.kind = ANY(?::text[])
                                AND f2.kind IS NOT NULL
                            )
                        )
                    )
                )
                AND (
                    EXISTS (
                        SELECT FROM registry.organisation_address f3
                        WHERE f3.organisation = f1.id
                        AND (
                            (
                                f3.kind = ?::text
                                AND f3.kind <> ?::text
                                AND f3.kind = ANY(?::text[])
                                AND f3.kind IS NOT NULL
                            )
                        )
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
    (t.kind = ?::text AND t.kind <> ?::text AND t.kind = ANY(?::text[]) AND t.kind IS NOT NULL)
    AND (
        EXISTS (
            SELECT FROM registry.organisation f1
            WHERE f1.id IN (SELECT l.organisation FROM registry.organisation_source l WHERE l.source = t.id)
            AND (
                (
                    f1.entity_type = ?::text
                    AND f1.entity_type <> ?::text
                    AND f1.entity_type = ANY(?::text[])
                    AND f1.entity_type IS NOT NULL
                )
                AND (
                    f1.unspecified_reason = ?::text
                    AND f1.unspecified_reason <> ?::text
                    AND f1.unspecified_reason = ANY(?::text[])
                    AND f1.unspecified_reason IS NULL
                )
                AND (
                    EXISTS (
                        SELECT FROM registry.organisation_name f2
                        WHERE f2.organisation = f1.id
                        AND (
                            (
                                f2.kind = ?::text
                                AND f2.kind <> ?::text
                                AND f2.kind = ANY(?::text[])
                                AND f2.kind IS NOT NULL
                            )
                        )
                    )
                )
                AND (
                    EXISTS (
                        SELECT FROM registry.organisation_address f3
                        WHERE f3.organisation = f1.id
                        AND (
                            (
                                f3.kind = ?::text
                                AND f3.kind <> ?::text
                                AND f3.kind = ANY(?::text[])
                                AND f3.kind IS NOT NULL
                            )
                        )
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
    AND ((t.kind = ?::text AND t.kind <> ?::text AND t.kind = ANY(?::text[]) AND t.kind IS NOT NULL))
) t
JOIN registry.organisation_source f1l ON f1l.source = t.id
JOIN registry.organisation f1 ON f1.id = f1l.organisation;

SELECT array_to_string(array_agg(DISTINCT f2.label) FILTER (WHERE f2.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.source t
    WHERE true
    AND ((t.kind = ?::text AND t.kind <> ?::text AND t.kind = ANY(?::text[]) AND t.kind IS NOT NULL))
) t
JOIN registry.organisation_source f1l ON f1l.source = t.id
JOIN registry.organisation f1 ON f1.id = f1l.organisation
JOIN registry.organisation_name f2 ON f2.organisation = f1.id;

SELECT array_to_string(array_agg(DISTINCT f3.label) FILTER (WHERE f3.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.source t
    WHERE true
    AND ((t.kind = ?::text AND t.kind <> ?::text AND t.kind = ANY(?::text[]) AND t.kind IS NOT NULL))
) t
JOIN registry.organisation_source f1l ON f1l.source = t.id
JOIN registry.organisation f1 ON f1.id = f1l.organisation
JOIN registry.organisation_address f3 ON f3.organisation = f1.id;

COMMIT;
