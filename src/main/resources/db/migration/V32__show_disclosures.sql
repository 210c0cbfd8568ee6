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

-- Besides the views of the tables, the two of the log.
ALTER FUNCTION vault.view_definition() RENAME TO table_view_definition;
CREATE FUNCTION vault.view_definition() RETURNS TABLE (name text, definition text, ordinal integer)
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT * FROM vault.table_view_definition()
    UNION ALL
    VALUES ('disclosure', vault.disclosure_view(), 0), ('disclosed_value', vault.disclosed_value_view(), 0)
$$;

CALL vault.generate_views();
