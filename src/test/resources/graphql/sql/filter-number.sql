-- public
-- level 0
SELECT t.name
FROM registry.fundraising_campaign t
WHERE true
AND (
    (
        t.edition = ?::integer
        AND t.edition <> ?::integer
        AND t.edition = ANY(?::integer[])
        AND t.edition IS NOT NULL
        AND t.edition < ?::integer
        AND t.edition <= ?::integer
        AND t.edition > ?::integer
        AND t.edition >= ?::integer
    )
)
ORDER BY t.starts_on DESC, t.id DESC
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.name
FROM registry.fundraising_campaign t
WHERE true
AND (
    (
        t.edition = ?::integer
        AND t.edition <> ?::integer
        AND t.edition = ANY(?::integer[])
        AND t.edition IS NOT NULL
        AND t.edition < ?::integer
        AND t.edition <= ?::integer
        AND t.edition > ?::integer
        AND t.edition >= ?::integer
    )
)
ORDER BY t.starts_on DESC, t.id DESC
LIMIT 20;

COMMIT;
