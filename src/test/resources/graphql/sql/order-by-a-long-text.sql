-- public
-- level 0
BEGIN READ ONLY;

SELECT r.*
FROM (
    SELECT t.name
    FROM registry.programme t
    WHERE true
    AND true
    ORDER BY left(t.objective, 300), t.id
    LIMIT 101
) r
LIMIT ?::integer;

SELECT r.*
FROM (
    SELECT t.name
    FROM registry.programme t
    WHERE true
    AND true
    ORDER BY left(t.objective, 300) DESC, t.id DESC
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
    FROM registry.programme t
    WHERE true
    AND true
    ORDER BY left(t.objective, 300), t.id
    LIMIT 101
) r
LIMIT ?::integer;

SELECT r.*
FROM (
    SELECT t.id, nullif(t.label, 0), t.name
    FROM registry.programme t
    WHERE true
    AND true
    ORDER BY left(t.objective, 300) DESC, t.id DESC
    LIMIT 101
) r
LIMIT ?::integer;

COMMIT;
