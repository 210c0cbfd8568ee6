-- public
-- level 0
SELECT t.id, t.name
FROM registry.programme t
WHERE t.id = ?::uuid;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.name
FROM registry.programme t
WHERE t.id = ?::uuid;

COMMIT;
