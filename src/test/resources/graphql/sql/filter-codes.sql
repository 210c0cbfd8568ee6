-- public
-- level 0
SELECT t.name
FROM registry.organisation t
WHERE true
AND (
    (
        EXISTS (
            SELECT FROM registry.organisation_name f1
            WHERE f1.organisation = t.id
            AND (
                (
                    f1.language = ?::text
                    AND f1.language <> ?::text
                    AND f1.language = ANY(?::text[])
                    AND f1.language IS NOT NULL
                )
            )
        )
    )
    AND (
        EXISTS (
            SELECT FROM registry.source f2
            WHERE f2.id IN (SELECT l.source FROM registry.organisation_source l WHERE l.organisation = t.id)
            AND (
                (
                    EXISTS (
                        SELECT FROM registry.country f3
                        WHERE f3.alpha2 IN (SELECT l.country FROM registry.country_source l WHERE l.source = f2.id)
                        AND (
                            (
                                f3.numeric = ?::text
                                AND f3.numeric <> ?::text
                                AND f3.numeric = ANY(?::text[])
                                AND f3.numeric IS NOT NULL
                            )
                        )
                    )
                )
            )
        )
    )
)
ORDER BY t.name, t.id
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.name
FROM registry.organisation t
WHERE true
AND (
    (
        EXISTS (
            SELECT FROM registry.organisation_name f1
            WHERE f1.organisation = t.id
            AND (
                (
                    f1.language = ?::text
                    AND f1.language <> ?::text
                    AND f1.language = ANY(?::text[])
                    AND f1.language IS NOT NULL
                )
            )
        )
    )
    AND (
        EXISTS (
            SELECT FROM registry.source f2
            WHERE f2.id IN (SELECT l.source FROM registry.organisation_source l WHERE l.organisation = t.id)
            AND (
                (
                    EXISTS (
                        SELECT FROM registry.country f3
                        WHERE f3.alpha2 IN (SELECT l.country FROM registry.country_source l WHERE l.source = f2.id)
                        AND (
                            (
                                f3.numeric = ?::text
                                AND f3.numeric <> ?::text
                                AND f3.numeric = ANY(?::text[])
                                AND f3.numeric IS NOT NULL
                            )
                        )
                    )
                )
            )
        )
    )
)
ORDER BY t.name, t.id
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT f1.label) FILTER (WHERE f1.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.organisation t
    WHERE true
    AND true
) t
JOIN registry.organisation_name f1 ON f1.organisation = t.id;

SELECT array_to_string(array_agg(DISTINCT f2l.label) FILTER (WHERE f2l.label <> 0), ','),
    array_to_string(array_agg(DISTINCT f2.label) FILTER (WHERE f2.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.organisation t
    WHERE true
    AND true
) t
JOIN registry.organisation_source f2l ON f2l.organisation = t.id
JOIN registry.source f2 ON f2.id = f2l.source;

SELECT array_to_string(array_agg(DISTINCT f3l.label) FILTER (WHERE f3l.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.organisation t
    WHERE true
    AND true
) t
JOIN registry.organisation_source f2l ON f2l.organisation = t.id
JOIN registry.source f2 ON f2.id = f2l.source
JOIN registry.country_source f3l ON f3l.source = f2.id
JOIN registry.country f3 ON f3.alpha2 = f3l.country;

COMMIT;
