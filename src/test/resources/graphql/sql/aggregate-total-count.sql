-- public
-- level 0
SELECT count(*)
FROM registry.weapon_system t
WHERE true
AND true;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT array_to_string(array_agg(DISTINCT t.label) FILTER (WHERE t.label <> 0), ','), count(*)
FROM registry.weapon_system t
WHERE true
AND true;

COMMIT;
