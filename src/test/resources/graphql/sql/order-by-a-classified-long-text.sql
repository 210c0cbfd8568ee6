-- public
-- level 0
BEGIN READ ONLY;

SELECT t.code_name
FROM registry.weapon_system t
WHERE true
AND true
ORDER BY left(t.designation, 300) NULLS LAST, t.id
LIMIT 20;

SELECT t.code_name
FROM registry.weapon_system t
WHERE true
AND true
ORDER BY left(t.designation, 300) DESC NULLS LAST, t.id DESC
LIMIT 20;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), nullif(t.designation_label, 0), t.code_name
FROM registry.weapon_system t
WHERE true
AND true
ORDER BY left(t.designation, 300) NULLS LAST, t.id
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT t.designation_label) FILTER (WHERE t.designation_label <> 0), ',')
FROM registry.weapon_system t
WHERE true
AND true;

SELECT t.id, nullif(t.label, 0), nullif(t.designation_label, 0), t.code_name
FROM registry.weapon_system t
WHERE true
AND true
ORDER BY left(t.designation, 300) DESC NULLS LAST, t.id DESC
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT t.designation_label) FILTER (WHERE t.designation_label <> 0), ',')
FROM registry.weapon_system t
WHERE true
AND true;

COMMIT;
