-- The log of classified reads: one row per response, written before the response is sent. Rows are immutable, and a chain
-- of hashes for each nation makes changes evident.
SET ROLE registry_owner;

-- A response can have hundreds of values, and a row for each would take longer to write than the values take to read, so
-- the entries of a reading are packed into one value, in the form in which the service sends it. The table has no CHECK
-- constraints, because PostgreSQL would compile them for each INSERT: reading_digest makes these checks.
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

-- Random ids do not compress, and the attempt takes longer than writing them. A row that fits into a page is not moved to
-- TOAST, which also takes longer. Rows are padded to eight bytes, so the target is below the 8160 bytes that a page takes.
ALTER TABLE vault.reading ALTER COLUMN entries SET STORAGE EXTERNAL;
ALTER TABLE vault.reading SET (toast_tuple_target = 8128);
CREATE INDEX ON vault.reading (at, id);
CREATE INDEX ON vault.reading (subject, at);
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON vault.reading
    FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();

-- The chain of a nation's readings. Each seal covers the one before it, so a reading cannot be changed, omitted or moved
-- without changing all later seals. Each nation has its own chain, because its length reveals how much the nation reads.
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

-- Readings that are not yet in a chain. Writers only insert here, so they never wait for each other.
CREATE TABLE vault.unsealed_reading (
    reading uuid PRIMARY KEY,
    nation text NOT NULL,
    at timestamptz NOT NULL,
    digest bytea NOT NULL
);

INSERT INTO vault.unlabelled_table (name, kind) VALUES
    ('reading', 'INTERNAL'), ('reading_seal', 'INTERNAL'), ('unsealed_reading', 'INTERNAL');

-- The text of a reading without its entries. The time is in seconds, because the text of a timestamp depends on the
-- session's time zone. The columns are named, so that a column added later does not change earlier digests.
CREATE FUNCTION vault.reading_head(reading vault.reading) RETURNS bytea
STABLE LANGUAGE sql
RETURN convert_to(ROW(reading.id, extract(epoch FROM reading.at), reading.issuer, reading.subject, reading.nation,
    reading.level, reading.compartments, reading.operation_name, reading.operation_hash, reading.request_id,
    reading.refusal, reading.reads)::text, 'UTF8');

-- The digest of a reading, which its seal covers. The first byte stands for the kind of entry. A malformed reading has no
-- digest, so it cannot be recorded, because a reading that waits for its seal needs one; and verification finds a reading
-- that becomes malformed later. It is an expression, so that PostgreSQL inlines it.
CREATE FUNCTION vault.reading_digest(reading vault.reading) RETURNS bytea
STABLE LANGUAGE sql
RETURN CASE WHEN reading.nation ~ '^[A-Z]{2}$' AND length(reading.entries) % 22 = 0 THEN
    sha256('\xff'::bytea || sha256(vault.reading_head(reading)) || reading.entries) END;

CREATE FUNCTION vault.seal_hash(before bytea, place bigint, reading uuid, digest bytea) RETURNS bytea
IMMUTABLE LANGUAGE sql
RETURN sha256(before || int8send(place) || uuid_send(reading) || digest);

-- Unpacks the entries of a reading. It discloses nothing beyond its argument.
CREATE FUNCTION registry.reading_entry(entries bytea)
RETURNS TABLE (ordinal bigint, read integer, record uuid, label integer)
IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
    SELECT entry.ordinal, get_byte(entry.packed, 0) * 256 + get_byte(entry.packed, 1),
        nullif(encode(substring(entry.packed FROM 3 FOR 16), 'hex')::uuid, '00000000-0000-0000-0000-000000000000'),
        nullif(('x' || encode(substring(entry.packed FROM 19), 'hex'))::bit(32)::integer, -1)
    FROM (
        SELECT ordinal, substring(reading.entries FROM (ordinal - 1)::integer * 22 + 1 FOR 22) AS packed
        -- OFFSET 0 keeps the value in memory; otherwise a long value in TOAST would be fetched again for each entry.
        FROM (SELECT ''::bytea || reading_entry.entries AS entries OFFSET 0) AS reading
        CROSS JOIN LATERAL generate_series(1::bigint, length(reading.entries) / 22) AS ordinal
    ) AS entry
$$;
GRANT EXECUTE ON FUNCTION registry.reading_entry(bytea) TO registry_app;

-- The nations whose log the caller may audit, as passed to set_caller; null if there are none.
CREATE FUNCTION registry.audited() RETURNS text[]
STABLE PARALLEL SAFE LANGUAGE sql
RETURN nullif(current_setting('registry.audited', true), '')::text[];
GRANT EXECUTE ON FUNCTION registry.audited() TO registry_app;
