-- public
-- level 0
SELECT t.title
FROM registry.agreement t
WHERE true
AND (
    EXISTS (
        SELECT FROM registry.confidentiality_label f1
        WHERE f1.id = t.label
        AND ((f1.classification = ?::text) AND (f1.releasable_to @> ARRAY[?::text]))
    )
)
ORDER BY t.title, t.id
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id, nullif(t.label, 0), t.title
FROM registry.agreement t
WHERE true
AND (
    EXISTS (
        SELECT FROM registry.confidentiality_label f1
        WHERE f1.id = t.label
        AND ((f1.classification = ?::text) AND (f1.releasable_to @> ARRAY[?::text]))
    )
)
ORDER BY t.title, t.id
LIMIT 20;

SELECT array_to_string(array_agg(DISTINCT t.label) FILTER (WHERE t.label <> 0), ',')
FROM registry.agreement t
WHERE true
AND true;

COMMIT;
