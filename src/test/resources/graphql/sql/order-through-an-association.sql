-- public
-- level 0
BEGIN READ ONLY;

SELECT t.title
FROM registry.agreement t
WHERE true
AND true
ORDER BY (
    SELECT o.name
    FROM registry.organisation o
    WHERE o.id = (
        SELECT l.organisation
        FROM registry.agreement_announcer l
        WHERE l.agreement = t.id
        ORDER BY l.label DESC, l.id
        LIMIT 1
    )
) NULLS LAST,
    t.id
LIMIT 20;

SELECT t.title
FROM registry.agreement t
WHERE true
AND true
ORDER BY (
    SELECT o.website
    FROM registry.organisation o
    WHERE o.id = (
        SELECT l.organisation
        FROM registry.agreement_announcer l
        WHERE l.agreement = t.id
        ORDER BY l.label DESC, l.id
        LIMIT 1
    )
) DESC NULLS LAST,
    t.id DESC
LIMIT 20;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.title
FROM registry.agreement t
WHERE true
AND true
ORDER BY (
    SELECT o.name
    FROM registry.organisation o
    WHERE o.id = (
        SELECT l.organisation
        FROM registry.agreement_announcer l
        WHERE l.agreement = t.id
        ORDER BY l.label DESC, l.id
        LIMIT 1
    )
) NULLS LAST,
    t.id
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT o0l.label) FILTER (WHERE o0l.label <> 0), ','),
    array_to_string(array_agg(DISTINCT o0.label) FILTER (WHERE o0.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.agreement t
    WHERE true
    AND true
) t
JOIN registry.agreement_announcer o0l ON o0l.agreement = t.id
JOIN registry.organisation o0 ON o0.id = o0l.organisation;

SELECT t.id, nullif(t.label, 0), t.title
FROM registry.agreement t
WHERE true
AND true
ORDER BY (
    SELECT o.website
    FROM registry.organisation o
    WHERE o.id = (
        SELECT l.organisation
        FROM registry.agreement_announcer l
        WHERE l.agreement = t.id
        ORDER BY l.label DESC, l.id
        LIMIT 1
    )
) DESC NULLS LAST,
    t.id DESC
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT o0l.label) FILTER (WHERE o0l.label <> 0), ','),
    array_to_string(array_agg(DISTINCT o0.label) FILTER (WHERE o0.label <> 0), ',')
FROM (
    SELECT t.*
    FROM registry.agreement t
    WHERE true
    AND true
) t
JOIN registry.agreement_announcer o0l ON o0l.agreement = t.id
JOIN registry.organisation o0 ON o0.id = o0l.organisation;

COMMIT;
