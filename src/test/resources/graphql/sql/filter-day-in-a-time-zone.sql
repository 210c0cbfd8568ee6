-- public
-- level 0
SELECT to_char(t.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
FROM registry.disclosure t
WHERE true
AND (((t.at >= ?::timestamptz AND t.at < ?::timestamptz) AND true))
ORDER BY t.at DESC, t.id DESC
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT to_char(t.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
FROM registry.disclosure t
WHERE true
AND (((t.at >= ?::timestamptz AND t.at < ?::timestamptz) AND true))
ORDER BY t.at DESC, t.id DESC
LIMIT 20;

COMMIT;
