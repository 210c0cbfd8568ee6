-- public
-- level 0
BEGIN READ ONLY;

SELECT t.signed_on
FROM registry.agreement t
WHERE true
AND true
ORDER BY coalesce(t.signed_on, 'infinity'::date), t.id
LIMIT 20;

SELECT t.signed_on
FROM registry.agreement t
WHERE true
AND true
ORDER BY coalesce(t.signed_on, '-infinity'::date) DESC, t.id DESC
LIMIT 20;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.signed_on
FROM registry.agreement t
WHERE true
AND true
ORDER BY coalesce(t.signed_on, 'infinity'::date), t.id
LIMIT 20;

SELECT t.id, nullif(t.label, 0), t.signed_on
FROM registry.agreement t
WHERE true
AND true
ORDER BY coalesce(t.signed_on, '-infinity'::date) DESC, t.id DESC
LIMIT 20;

COMMIT;
