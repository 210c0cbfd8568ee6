-- public
-- level 0
SELECT t.status,
    array_to_json(
        ARRAY(
            SELECT c.next_status
            FROM registry.life_cycle c
            WHERE c.concept = 'agreement'
            AND c.status = t.status
            ORDER BY c.next_status COLLATE "C"
        )
    )
FROM registry.agreement t
WHERE true
AND true
ORDER BY t.title, t.id
LIMIT 20;

-- cleared
-- level 0
BEGIN READ ONLY;
SELECT registry.set_caller(?, ?, ?, ?, ?::text[], ?::text[]);

SELECT t.id,
    nullif(t.label, 0),
    t.status,
    array_to_json(
        ARRAY(
            SELECT c.next_status
            FROM registry.life_cycle c
            WHERE c.concept = 'agreement'
            AND c.status = t.status
            ORDER BY c.next_status COLLATE "C"
        )
    )
FROM registry.agreement t
WHERE true
AND true
ORDER BY t.title, t.id
LIMIT 20;

COMMIT;
