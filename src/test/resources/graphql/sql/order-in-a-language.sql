-- public
-- level 0
BEGIN READ ONLY;

SELECT t.name
FROM registry.organisation t
WHERE true
AND true
ORDER BY t.name COLLATE "en-x-icu", t.id
LIMIT 20;

SELECT t.name
FROM registry.organisation t
WHERE true
AND true
ORDER BY t.name COLLATE "lt-x-icu", t.id
LIMIT 20;

SELECT t.name
FROM registry.organisation t
WHERE true
AND true
ORDER BY t.name COLLATE "uk-x-icu" DESC, t.id DESC
LIMIT 20;

COMMIT;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.name
FROM registry.organisation t
WHERE true
AND true
ORDER BY t.name COLLATE "en-x-icu", t.id
LIMIT 20;

SELECT t.id, nullif(t.label, 0), t.name
FROM registry.organisation t
WHERE true
AND true
ORDER BY t.name COLLATE "lt-x-icu", t.id
LIMIT 20;

SELECT t.id, nullif(t.label, 0), t.name
FROM registry.organisation t
WHERE true
AND true
ORDER BY t.name COLLATE "uk-x-icu" DESC, t.id DESC
LIMIT 20;

COMMIT;
