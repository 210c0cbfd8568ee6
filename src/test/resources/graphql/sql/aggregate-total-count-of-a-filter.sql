-- public
-- level 0
SELECT count(*)
FROM registry.weapon_system t
WHERE true
AND ((t.status = ?::text) AND (t.maximum_range_km > ?::integer));

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT array_to_string(array_agg(DISTINCT t.label) FILTER (WHERE t.label <> 0), ','), count(*)
FROM registry.weapon_system t
WHERE true
AND ((t.status = ?::text) AND (t.maximum_range_km > ?::integer));

SELECT array_to_string(array_agg(DISTINCT t.maximum_range_km_label) FILTER (WHERE t.maximum_range_km_label <> 0), ',')
FROM registry.weapon_system t
WHERE true
AND ((t.status = ?::text));

COMMIT;
