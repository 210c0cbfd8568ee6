-- What a response has read goes into its row packed, as the service sends it: to read three arrays from text, and to write
-- them out again for the digest, took as long as writing the row. What was written before stays as it was, and so does
-- its digest.
SET ROLE registry_owner;

-- Migration 37 has the rows looked at that are there, while others are written.
ALTER TABLE vault.reading
    ADD COLUMN entries bytea NOT NULL DEFAULT '',
    ALTER COLUMN entries SET STORAGE EXTERNAL,
    ALTER COLUMN entry_reads SET DEFAULT '{}',
    ALTER COLUMN entry_records SET DEFAULT '{}',
    ALTER COLUMN entry_labels SET DEFAULT '{}',
    ADD CONSTRAINT reading_has_whole_entries CHECK (length(entries) % 22 = 0) NOT VALID,
    ADD CONSTRAINT reading_is_of_one_form CHECK (entries = '' OR cardinality(entry_reads) = 0) NOT VALID;
COMMENT ON COLUMN vault.reading.entries IS 'What was read, 22 bytes each: which of the reads it is, from 1 (2), the record, zeros for what concerns all of them (16), the label, -1 for what was read under all at once (4).';
COMMENT ON COLUMN vault.reading.entry_reads IS 'Of readings from before there were entries: which of the reads each is, from 1.';
COMMENT ON COLUMN vault.reading.entry_records IS 'Of readings from before there were entries: the record that each was read of; none for what concerns all of them.';
COMMENT ON COLUMN vault.reading.entry_labels IS 'Of readings from before there were entries: the label that each was read under; none for what was read under all at once.';

-- What a reading tells, whichever way it was written. Whoever can see the columns can ask for it.
CREATE FUNCTION registry.reading_entry(
    entry_reads smallint[], entry_records uuid[], entry_labels integer[], entries bytea)
RETURNS TABLE (ordinal bigint, read integer, record uuid, label integer)
IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
    SELECT entry.ordinal, entry.read, entry.record, entry.label
    FROM unnest(entry_reads, entry_records, entry_labels) WITH ORDINALITY AS entry (read, record, label, ordinal)
    UNION ALL
    SELECT entry.ordinal, get_byte(entry.packed, 0) * 256 + get_byte(entry.packed, 1),
        nullif(encode(substring(entry.packed FROM 3 FOR 16), 'hex')::uuid, '00000000-0000-0000-0000-000000000000'),
        nullif(('x' || encode(substring(entry.packed FROM 19), 'hex'))::bit(32)::integer, -1)
    FROM (
        SELECT ordinal, substring(reading.entries FROM (ordinal - 1)::integer * 22 + 1 FOR 22) AS packed
        -- Put together once for all of them, and not looked up for each where the row keeps what is long.
        FROM (SELECT ''::bytea || reading_entry.entries AS entries OFFSET 0) AS reading
        CROSS JOIN LATERAL generate_series(1::bigint, length(reading.entries) / 22) AS ordinal
    ) AS entry
$$;
GRANT EXECUTE ON FUNCTION registry.reading_entry(smallint[], uuid[], integer[], bytea) TO registry_app;

-- All of a reading but its entries. Seconds, because the text of an instant depends on the session's time zone.
CREATE FUNCTION vault.reading_head(reading vault.reading) RETURNS bytea
STABLE LANGUAGE sql
RETURN convert_to(ROW(reading.id, extract(epoch FROM reading.at), reading.issuer, reading.subject, reading.nation,
    reading.level, reading.compartments, reading.operation_name, reading.operation_hash, reading.request_id,
    reading.refusal, reading.reads)::text, 'UTF8');

-- An expression, so that it is made a part of whatever asks for it. The first byte tells the two forms apart: no length
-- begins with it. What is of both forms has no digest, and so is not what was sealed.
DROP FUNCTION vault.reading_digest(vault.reading);
CREATE FUNCTION vault.reading_digest(reading vault.reading) RETURNS bytea
STABLE LANGUAGE sql
RETURN CASE
    WHEN reading.entries = '' THEN
        sha256(int4send(length(vault.reading_head(reading))) || vault.reading_head(reading)
            || array_send(reading.entry_reads) || array_send(reading.entry_records) || array_send(reading.entry_labels))
    WHEN reading.entry_reads = '{}' AND reading.entry_records = '{}' AND reading.entry_labels = '{}' THEN
        sha256('\xff'::bytea || sha256(vault.reading_head(reading)) || reading.entries) END;

-- Writes down what a response has read, and says what stands on that response: the join of the labels in it, unless the
-- caller knows that already and gives none. The function that takes arrays stays for services of the version before, which
-- serve until this one has taken their place.
CREATE FUNCTION registry.record_reading(
    issuer text, subject text, nation text, level integer, compartments text[],
    operation_name text, operation_hash text, request_id text, refusal text,
    reads text[], entries bytea, labels integer[])
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_variable
BEGIN
    WITH written AS (
        INSERT INTO vault.reading AS reading (issuer, subject, nation, level, compartments, operation_name,
                operation_hash, request_id, refusal, reads, entries)
            VALUES (issuer, subject, nation, level, compartments, operation_name,
                operation_hash, request_id, refusal, reads, entries)
            RETURNING reading.id, reading.at, vault.reading_digest(reading) AS digest
    )
    INSERT INTO vault.unsealed_reading (reading, nation, at, digest)
        SELECT written.id, nation, written.at, written.digest FROM written;
    RETURN CASE WHEN labels IS NOT NULL THEN vault.joined_marking(labels, nation) END;
END
$$;
GRANT EXECUTE ON FUNCTION registry.record_reading(text, text, text, integer, text[], text, text, text, text,
    text[], bytea, integer[]) TO registry_app;

CREATE OR REPLACE FUNCTION vault.disclosed_value_view() RETURNS text
IMMUTABLE LANGUAGE sql
RETURN $$SELECT reading.id || '/' || lpad(entry.ordinal::text, 6, '0') AS id, reading.id AS disclosure,
    split_part(read.name, ' ', 1) AS use, split_part(read.name, ' ', 2) AS field,
    translate(encode(convert_to(split_part(split_part(read.name, ' ', 2), '.', 1) || ':' || entry.record, 'UTF8'), 'base64'),
        E'+/=\n', '-_') AS record,
    entry.label AS label_version,
    CASE WHEN was.due THEN label.succession_to ELSE label.classification END AS classification,
    CASE WHEN was.due THEN label.succession_marking ELSE label.marking END AS marking
FROM vault.reading AS reading
CROSS JOIN LATERAL registry.reading_entry(
    reading.entry_reads, reading.entry_records, reading.entry_labels, reading.entries) AS entry
CROSS JOIN LATERAL (SELECT reading.reads[entry.read] AS name) AS read
LEFT JOIN vault.confidentiality_label AS label ON label.id = entry.label
CROSS JOIN LATERAL (SELECT label.succession_on <= (reading.at AT TIME ZONE 'Europe/Vilnius')::date AS due) AS was
WHERE reading.nation = ANY (registry.audited())$$;

CALL vault.generate_views();
