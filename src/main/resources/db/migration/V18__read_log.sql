-- The log says who read which classified values: one row for each response to one person, written before the response
-- leaves. Its rows never change, and a chain of seals for each nation shows it if somebody changes them all the same.
SET ROLE registry_owner;

-- A response can hold hundreds of values, and a row for each would cost more than reading them, so the entries of a reading
-- are packed into one value, in the form in which the service sends it. The table has no checks, because PostgreSQL would
-- prepare them at every INSERT: reading_digest tests what they would.
CREATE TABLE vault.reading (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    issuer text NOT NULL,
    subject text NOT NULL,
    nation text NOT NULL,
    level smallint,
    compartments text[] NOT NULL,
    operation_name text,
    operation_hash text,
    request_id text NOT NULL,
    refusal text,
    reads text[] NOT NULL,
    entries bytea NOT NULL
);
COMMENT ON COLUMN vault.reading.level IS 'The rank of the clearance that was used; none for an auditor without one.';
COMMENT ON COLUMN vault.reading.compartments IS 'Those that the reader held then, need-to-know grants included unless the request was refused or asked for readLog.';
COMMENT ON COLUMN vault.reading.refusal IS 'The code of the error, when the request was refused.';
COMMENT ON COLUMN vault.reading.reads IS 'The different ways of reading and what was read: SELECT WeaponSystem.designation.';
COMMENT ON COLUMN vault.reading.entries IS 'What was read, 22 bytes each: which of the reads it is, from 1 (2), the record, zeros for what concerns all of them (16), the label, -1 for what was read under all at once (4).';

-- Random ids do not compress, and trying to takes longer than writing them. A row that fits into a page stays whole, because
-- cutting it up takes longer, too.
ALTER TABLE vault.reading ALTER COLUMN entries SET STORAGE EXTERNAL;
ALTER TABLE vault.reading SET (toast_tuple_target = 8160);
CREATE INDEX ON vault.reading (at, id);
CREATE INDEX ON vault.reading (subject, at);
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON vault.reading
    FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();

-- The chain of a nation's readings: each seal covers the one before it, so that no reading can be changed, left out or moved
-- without changing all seals that follow. Each nation has its own chain, because its length tells how much the nation reads.
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

-- Readings that are not in the chain yet. Writers only add rows here, so that none of them waits for another.
CREATE TABLE vault.unsealed_reading (
    reading uuid PRIMARY KEY,
    nation text NOT NULL,
    at timestamptz NOT NULL,
    digest bytea NOT NULL
);

INSERT INTO vault.unlabelled_table (name, kind) VALUES
    ('reading', 'INTERNAL'), ('reading_seal', 'INTERNAL'), ('unsealed_reading', 'INTERNAL');

-- All of a reading but its entries. Seconds, because the text of a timestamp depends on the session's time zone. The columns
-- are named, so that a column that is added later leaves the digests of earlier readings as they are.
CREATE FUNCTION vault.reading_head(reading vault.reading) RETURNS bytea
STABLE LANGUAGE sql
RETURN convert_to(ROW(reading.id, extract(epoch FROM reading.at), reading.issuer, reading.subject, reading.nation,
    reading.level, reading.compartments, reading.operation_name, reading.operation_hash, reading.request_id,
    reading.refusal, reading.reads)::text, 'UTF8');

-- What a seal covers of a reading. The first byte says what kind of entry the digest is of. A malformed reading has no
-- digest: it cannot wait for its seal, which needs one, and so cannot be recorded; nor can a reading become malformed
-- unnoticed. An expression, so that PostgreSQL inlines it into the statement.
CREATE FUNCTION vault.reading_digest(reading vault.reading) RETURNS bytea
STABLE LANGUAGE sql
RETURN CASE WHEN reading.nation ~ '^[A-Z]{2}$' AND length(reading.entries) % 22 = 0 THEN
    sha256('\xff'::bytea || sha256(vault.reading_head(reading)) || reading.entries) END;

CREATE FUNCTION vault.seal_hash(before bytea, place bigint, reading uuid, digest bytea) RETURNS bytea
IMMUTABLE LANGUAGE sql
RETURN sha256(before || int8send(place) || uuid_send(reading) || digest);

-- Unpacks the entries of a reading. Whoever can see the column can call it.
CREATE FUNCTION registry.reading_entry(entries bytea)
RETURNS TABLE (ordinal bigint, read integer, record uuid, label integer)
IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
    SELECT entry.ordinal, get_byte(entry.packed, 0) * 256 + get_byte(entry.packed, 1),
        nullif(encode(substring(entry.packed FROM 3 FOR 16), 'hex')::uuid, '00000000-0000-0000-0000-000000000000'),
        nullif(('x' || encode(substring(entry.packed FROM 19), 'hex'))::bit(32)::integer, -1)
    FROM (
        SELECT ordinal, substring(reading.entries FROM (ordinal - 1)::integer * 22 + 1 FOR 22) AS packed
        -- Fetched once for all entries: a long value stored outside the row would be fetched again for each of them.
        FROM (SELECT ''::bytea || reading_entry.entries AS entries OFFSET 0) AS reading
        CROSS JOIN LATERAL generate_series(1::bigint, length(reading.entries) / 22) AS ordinal
    ) AS entry
$$;
GRANT EXECUTE ON FUNCTION registry.reading_entry(bytea) TO registry_app;

-- The nations whose log the caller may audit; null unless set_caller was given some.
CREATE FUNCTION registry.audited() RETURNS text[]
STABLE PARALLEL SAFE LANGUAGE sql
RETURN nullif(current_setting('registry.audited', true), '')::text[];
GRANT EXECUTE ON FUNCTION registry.audited() TO registry_app;
