-- public
-- level 0
SELECT array_to_json(t.alternate_names), array_to_json(t.capability_categories)
FROM registry.partner_firm t
WHERE true
AND true
ORDER BY t.legal_name, t.id
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), array_to_json(t.alternate_names), array_to_json(t.capability_categories)
FROM registry.partner_firm t
WHERE true
AND true
ORDER BY t.legal_name, t.id
LIMIT 20;

COMMIT;
