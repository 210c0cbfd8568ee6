-- public
-- level 0
BEGIN READ ONLY;

SELECT r.*
FROM (
    SELECT t.signed_on
    FROM registry.agreement t
    WHERE true
    AND true
    ORDER BY coalesce(t.signed_on, 'infinity'::date), t.id
    LIMIT 101
) r
LIMIT ?::integer;

SELECT r.*
FROM (
    SELECT t.signed_on
    FROM registry.agreement t
    WHERE true
    AND true
    ORDER BY coalesce(t.signed_on, '-infinity'::date) DESC, t.id DESC
    LIMIT 101
) r
LIMIT ?::integer;

COMMIT;

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
    ORDER BY coalesce(t.signed_on, 'infinity'::date), t.id
    LIMIT 101
) r
LIMIT ?::integer;

SELECT r.*
FROM (
    SELECT t.id, nullif(t.label, 0), t.signed_on
    FROM registry.agreement t
    WHERE true
    AND true
    ORDER BY coalesce(t.signed_on, '-infinity'::date) DESC, t.id DESC
    LIMIT 101
) r
LIMIT ?::integer;

COMMIT;
