-- What auditors see of the log: who read what, under which label and clearance, and never what it said. Each sees the
-- readers of the nations that they audit; everybody else sees none.
SET ROLE registry_owner;

CREATE FUNCTION vault.disclosure_view() RETURNS text
IMMUTABLE LANGUAGE sql
RETURN $$SELECT reading.id, reading.at, reading.issuer, reading.subject, reading.nation,
    (ARRAY['RESTRICTED', 'CONFIDENTIAL', 'SECRET', 'TOP_SECRET'])[reading.level] AS level,
    reading.compartments, reading.operation_name, reading.operation_hash, reading.request_id, reading.refusal
FROM vault.reading AS reading
WHERE reading.nation = ANY (registry.audited())$$;

-- A record is named as the API names it, by base64url of "Type:uuid" without padding; a label is shown as it was on the
-- day of the reading.
CREATE FUNCTION vault.disclosed_value_view() RETURNS text
IMMUTABLE LANGUAGE sql
RETURN $$SELECT reading.id || '/' || lpad(entry.ordinal::text, 6, '0') AS id, reading.id AS disclosure,
    split_part(read.name, ' ', 1) AS use, split_part(read.name, ' ', 2) AS field,
    translate(encode(convert_to(split_part(split_part(read.name, ' ', 2), '.', 1) || ':' || entry.record, 'UTF8'), 'base64'),
        E'+/=\n', '-_') AS record,
    entry.label AS label_version,
    CASE WHEN was.due THEN label.succession_to ELSE label.classification END AS classification,
    CASE WHEN was.due THEN label.succession_marking ELSE label.marking END AS marking
FROM vault.reading AS reading
CROSS JOIN LATERAL unnest(reading.entry_reads, reading.entry_records, reading.entry_labels)
    WITH ORDINALITY AS entry (read, record, label, ordinal)
CROSS JOIN LATERAL (SELECT reading.reads[entry.read] AS name) AS read
LEFT JOIN vault.confidentiality_label AS label ON label.id = entry.label
CROSS JOIN LATERAL (SELECT label.succession_on <= (reading.at AT TIME ZONE 'Europe/Vilnius')::date AS due) AS was
WHERE reading.nation = ANY (registry.audited())$$;

-- As V24 has it, and the two views of the log.
CREATE OR REPLACE FUNCTION vault.view_definition() RETURNS TABLE (name text, definition text, ordinal integer)
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    WITH RECURSIVE depth AS (
        SELECT class.oid::regclass AS relation, 0 AS ordinal
        FROM pg_class AS class WHERE class.relnamespace = 'vault'::regnamespace AND class.relkind IN ('r', 'p')
        UNION
        SELECT reference.conrelid::regclass, depth.ordinal + 1
        FROM depth JOIN pg_constraint AS reference ON reference.confrelid = depth.relation AND reference.contype = 'f'
        WHERE depth.relation <> 'vault.confidentiality_label'::regclass
            AND reference.conrelid <> 'vault.confidentiality_label'::regclass
            -- A circle of references has no order in which its views could be made; CREATE VIEW says so.
            AND depth.ordinal < 32
    ), shown AS (
        SELECT depth.relation, class.relname AS name, unlabelled.kind, max(depth.ordinal) AS ordinal
        FROM depth
        JOIN pg_class AS class ON class.oid = depth.relation
        LEFT JOIN vault.unlabelled_table AS unlabelled ON unlabelled.name = class.relname
        WHERE unlabelled.kind IS DISTINCT FROM 'INTERNAL'
        GROUP BY depth.relation, class.relname, unlabelled.kind
    )
    SELECT shown.name,
        CASE WHEN shown.name = 'confidentiality_label' THEN vault.label_view()
            WHEN shown.kind = 'REFERENCE' THEN vault.reference_view(shown.relation)
            ELSE vault.record_view(shown.relation) END,
        shown.ordinal
    FROM shown
    UNION ALL
    SELECT shown.name || '_portion', vault.portion_view(shown.relation), shown.ordinal + 1
    FROM shown
    WHERE shown.kind IS NULL AND shown.name <> 'confidentiality_label'
        AND EXISTS (SELECT FROM vault.table_column(shown.relation) WHERE is_label)
    UNION ALL
    VALUES ('disclosure', vault.disclosure_view(), 0), ('disclosed_value', vault.disclosed_value_view(), 0)
$$;

CALL vault.generate_views();
