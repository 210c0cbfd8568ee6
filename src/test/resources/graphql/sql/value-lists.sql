-- public
-- level 0
SELECT r.*
FROM (
    SELECT array_to_json(t.alternate_names), array_to_json(t.capability_categories)
    FROM registry.partner_firm t
    WHERE true
    AND true
    ORDER BY t.legal_name, t.id
    LIMIT 101
) r
LIMIT ?::integer;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT r.*
FROM (
    SELECT t.id, nullif(t.label, 0), array_to_json(t.alternate_names), array_to_json(t.capability_categories)
    FROM registry.partner_firm t
    WHERE true
    AND true
    ORDER BY t.legal_name, t.id
    LIMIT 101
) r
LIMIT ?::integer;

COMMIT;
