-- Who read what that is classified: one row for each response to one person, written before the response leaves. What
-- was read in it stands in three arrays of equal length, because a response can hold hundreds of values and a row for
-- each would cost more than reading them. Nothing in it changes or goes.
SET ROLE registry_owner;

CREATE TABLE vault.reading (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    issuer text NOT NULL,
    subject text NOT NULL,
    nation text NOT NULL CHECK (nation ~ '^[A-Z]{2}$'),
    level smallint,
    compartments text[] NOT NULL,
    operation_name text,
    operation_hash text,
    request_id text NOT NULL,
    refusal text,
    reads text[] NOT NULL,
    entry_reads smallint[] NOT NULL,
    entry_records uuid[] NOT NULL,
    entry_labels integer[] NOT NULL,
    CHECK (cardinality(entry_reads) = cardinality(entry_records) AND cardinality(entry_reads) = cardinality(entry_labels))
);
COMMENT ON COLUMN vault.reading.level IS 'The rank of the clearance that was used; none for an auditor without one.';
COMMENT ON COLUMN vault.reading.compartments IS 'Those that the reader held then, need-to-know grants included unless the request was refused or asked for readLog.';
COMMENT ON COLUMN vault.reading.refusal IS 'The code of the error, when the request was refused.';
COMMENT ON COLUMN vault.reading.reads IS 'The different ways of reading and what was read: SELECT WeaponSystem.designation.';
COMMENT ON COLUMN vault.reading.entry_reads IS 'Which of the reads it is, from 1.';
COMMENT ON COLUMN vault.reading.entry_records IS 'The record that it was read of; none for what concerns all of them.';
COMMENT ON COLUMN vault.reading.entry_labels IS 'The label that it was read under; none for what was read under all at once.';

-- Random ids do not compress, and looking whether they do takes longer than writing them.
ALTER TABLE vault.reading ALTER COLUMN entry_reads SET STORAGE EXTERNAL, ALTER COLUMN entry_records SET STORAGE EXTERNAL,
    ALTER COLUMN entry_labels SET STORAGE EXTERNAL;
CREATE INDEX ON vault.reading (at, id);
CREATE INDEX ON vault.reading (subject, at);
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON vault.reading
    FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();

-- The chain of a nation's readings: each seal covers the one before it, so that none can be changed, left out or moved
-- without changing all that follow. A chain for each nation, because its length tells how much that nation reads.
CREATE TABLE vault.reading_seal (
    nation text NOT NULL,
    position bigint NOT NULL CHECK (position > 0),
    reading uuid NOT NULL UNIQUE,
    digest bytea NOT NULL,
    hash bytea NOT NULL,
    PRIMARY KEY (nation, position)
);
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON vault.reading_seal
    FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();

-- What is written and not yet in the chain. Readers only add to it, so that none waits for another.
CREATE TABLE vault.unsealed_reading (
    reading uuid PRIMARY KEY,
    nation text NOT NULL,
    at timestamptz NOT NULL,
    digest bytea NOT NULL
);

INSERT INTO vault.unlabelled_table (name, kind) VALUES
    ('reading', 'INTERNAL'), ('reading_seal', 'INTERNAL'), ('unsealed_reading', 'INTERNAL');

-- Stands for a whole reading. The columns are named, so that one that is added later leaves old digests as they are.
CREATE FUNCTION vault.reading_digest(reading vault.reading) RETURNS bytea
STABLE LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    -- Seconds, because the text of an instant depends on the session's time zone.
    head bytea := convert_to(ROW(reading.id, extract(epoch FROM reading.at), reading.issuer, reading.subject,
        reading.nation, reading.level, reading.compartments, reading.operation_name, reading.operation_hash,
        reading.request_id, reading.refusal, reading.reads)::text, 'UTF8');
BEGIN
    RETURN sha256(int4send(length(head)) || head || array_send(reading.entry_reads) || array_send(reading.entry_records)
        || array_send(reading.entry_labels));
END
$$;
