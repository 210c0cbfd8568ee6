-- public
-- level 0
SELECT t.status, count(*)
FROM registry.agreement t
WHERE true
AND true
GROUP BY t.status
ORDER BY count(*) DESC, t.status;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.status, count(*)
FROM registry.agreement t
WHERE true
AND true
GROUP BY t.status
ORDER BY count(*) DESC, t.status;

SELECT array_to_string(array_agg(DISTINCT t.label) FILTER (WHERE t.label <> 0), ','), count(*)
FROM registry.agreement t
WHERE true
AND true;

COMMIT;
