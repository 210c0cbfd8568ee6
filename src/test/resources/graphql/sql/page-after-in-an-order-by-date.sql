-- public
-- level 0
SELECT t.signed_on, t.id
FROM registry.agreement t
WHERE true
AND true
AND (coalesce(t.signed_on, 'infinity'::date), t.id) > (coalesce(?::date, 'infinity'::date), ?::uuid)
ORDER BY coalesce(t.signed_on, 'infinity'::date), t.id
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.signed_on
FROM registry.agreement t
WHERE true
AND true
AND (coalesce(t.signed_on, 'infinity'::date), t.id) > (coalesce(?::date, 'infinity'::date), ?::uuid)
ORDER BY coalesce(t.signed_on, 'infinity'::date), t.id
LIMIT 20;

COMMIT;
