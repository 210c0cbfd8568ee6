-- public
-- level 0
SELECT r.*
FROM (
    SELECT t.signed_on, t.id
    FROM registry.agreement t
    WHERE true
    AND true
    AND (coalesce(t.signed_on, 'infinity'::date), t.id) > (coalesce(?::date, 'infinity'::date), ?::uuid)
    ORDER BY coalesce(t.signed_on, 'infinity'::date), t.id
    LIMIT 101
) r
LIMIT ?::integer;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT r.*
FROM (
    SELECT t.id, nullif(t.label, 0), t.signed_on
    FROM registry.agreement t
    WHERE true
    AND true
    AND (coalesce(t.signed_on, 'infinity'::date), t.id) > (coalesce(?::date, 'infinity'::date), ?::uuid)
    ORDER BY coalesce(t.signed_on, 'infinity'::date), t.id
    LIMIT 101
) r
LIMIT ?::integer;

COMMIT;
