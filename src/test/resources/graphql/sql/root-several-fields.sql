-- public
-- level 0
BEGIN READ ONLY;

SELECT t.purpose, t.id
FROM registry.allocation t
WHERE t.id = ?::uuid;

SELECT count(*)
FROM registry.fundraising_campaign t
WHERE true
AND true;

SELECT t.id
FROM registry.weapon_system t
WHERE true
AND true
ORDER BY t.code_name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.occurred_on
    FROM registry.transaction t
    WHERE t.allocation = p.k
    ORDER BY t.occurred_on, t.id
) q;

SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.name
    FROM registry.production_facility t
    JOIN registry.weapon_system_facility l ON l.production_facility = t.id
    WHERE l.weapon_system = p.k
    AND true
    ORDER BY t.name, t.id
    LIMIT 20
) q;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.purpose
FROM registry.allocation t
WHERE t.id = ?::uuid;

SELECT array_to_string(array_agg(DISTINCT t.label) FILTER (WHERE t.label <> 0), ','), count(*)
FROM registry.fundraising_campaign t
WHERE true
AND true;

SELECT t.id, nullif(t.label, 0)
FROM registry.weapon_system t
WHERE true
AND true
ORDER BY t.code_name, t.id
LIMIT 20;

-- level 1
SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT t.id, nullif(t.label, 0), t.occurred_on
    FROM registry.transaction t
    WHERE t.allocation = p.k
    ORDER BY t.occurred_on, t.id
) q;

SELECT p.n, q.*
FROM unnest((SELECT ?::uuid[])) WITH ORDINALITY AS p(k, n)
CROSS JOIN LATERAL (
    SELECT DISTINCT ON (t.name, t.id) nullif(l.label, 0), t.id, nullif(t.label, 0), t.name
    FROM registry.production_facility t
    JOIN registry.weapon_system_facility l ON l.production_facility = t.id
    WHERE l.weapon_system = p.k
    AND true
    ORDER BY t.name, t.id, l.label
    LIMIT 20
) q;

COMMIT;
