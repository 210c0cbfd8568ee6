-- public
-- level 0
BEGIN READ ONLY;

SELECT r.*
FROM (
    SELECT t.name
    FROM registry.organisation t
    WHERE true
    AND true
    ORDER BY t.name, t.id
    LIMIT 101
) r
LIMIT ?::integer;

SELECT r.*
FROM (
    SELECT t.name
    FROM registry.organisation t
    WHERE true
    AND true
    ORDER BY t.name DESC, t.id DESC
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
    SELECT t.id, nullif(t.label, 0), t.name
    FROM registry.organisation t
    WHERE true
    AND true
    ORDER BY t.name, t.id
    LIMIT 101
) r
LIMIT ?::integer;

SELECT r.*
FROM (
    SELECT t.id, nullif(t.label, 0), t.name
    FROM registry.organisation t
    WHERE true
    AND true
    ORDER BY t.name DESC, t.id DESC
    LIMIT 101
) r
LIMIT ?::integer;

COMMIT;
