-- public
-- level 0
SELECT t.name
FROM registry.production_facility t
WHERE true
AND (
    (
        (
            t.public_coordinates_latitude = ?::numeric
            AND t.public_coordinates_latitude <> ?::numeric
            AND t.public_coordinates_latitude = ANY(?::numeric[])
            AND t.public_coordinates_latitude IS NOT NULL
        )
        AND (
            t.public_coordinates_longitude < ?::numeric
            AND t.public_coordinates_longitude <= ?::numeric
            AND t.public_coordinates_longitude > ?::numeric
            AND t.public_coordinates_longitude >= ?::numeric
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
FROM registry.production_facility t
WHERE true
AND (
    (
        (
            t.public_coordinates_latitude = ?::numeric
            AND t.public_coordinates_latitude <> ?::numeric
            AND t.public_coordinates_latitude = ANY(?::numeric[])
            AND t.public_coordinates_latitude IS NOT NULL
        )
        AND (
            t.public_coordinates_longitude < ?::numeric
            AND t.public_coordinates_longitude <= ?::numeric
            AND t.public_coordinates_longitude > ?::numeric
            AND t.public_coordinates_longitude >= ?::numeric
        )
    )
)
ORDER BY t.name, t.id
LIMIT 20;

COMMIT;
