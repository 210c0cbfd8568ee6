-- public
-- level 0
SELECT array_to_json(t.withheld), t.address
FROM registry.production_facility t
WHERE t.id = ?::uuid;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id,
    nullif(t.label, 0),
    nullif(
        concat_ws(',', nullif(t.address_label, 0), nullif(t.annual_capacity_label, 0), nullif(t.coordinates_label, 0)),
        ''
    ),
    array_to_json(t.withheld),
    nullif(t.address_label, 0),
    t.address
FROM registry.production_facility t
WHERE t.id = ?::uuid;

COMMIT;
