-- A cleared caller waits for what the log costs: less is looked at for each reading, and a batch is sealed by one statement.
SET ROLE registry_owner;

-- Who reads or writes the log waits while this waits for who reads all of it; rather than that, it fails and is run again.
SET LOCAL lock_timeout = '2s';

-- Arrays come from services of a version before migration 35 only, by a function that asks for as many of each itself now.
ALTER TABLE vault.reading DROP CONSTRAINT reading_check;
CREATE OR REPLACE FUNCTION registry.record_reading(
    issuer text, subject text, nation text, level integer, compartments text[],
    operation_name text, operation_hash text, request_id text, refusal text,
    reads text[], entry_reads smallint[], entry_records uuid[], entry_labels integer[], marked boolean DEFAULT true)
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_variable
DECLARE
    written vault.reading;
BEGIN
    IF (cardinality(entry_records), cardinality(entry_labels))
            IS DISTINCT FROM (cardinality(entry_reads), cardinality(entry_reads)) THEN
        RAISE EXCEPTION 'an entry needs a read, a record and a label' USING ERRCODE = 'check_violation';
    END IF;
    INSERT INTO vault.reading AS reading VALUES (DEFAULT, DEFAULT, issuer, subject, nation, level, compartments,
        operation_name, operation_hash, request_id, refusal, reads, entry_reads, entry_records, entry_labels)
        RETURNING reading.* INTO written;
    INSERT INTO vault.unsealed_reading VALUES (written.id, nation, written.at, vault.reading_digest(written));
    RETURN CASE WHEN marked THEN vault.joined_marking(entry_labels, nation) END;
END
$$;

CREATE OR REPLACE FUNCTION registry.seal_readings(most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    waiting record;
    chain text;
    head_position bigint;
    head_hash bytea;
    nations text[] := '{}';
    positions bigint[] := '{}';
    readings uuid[] := '{}';
    digests bytea[] := '{}';
    hashes bytea[] := '{}';
BEGIN
    IF NOT EXISTS (SELECT FROM vault.unsealed_reading) THEN
        RETURN 0;
    END IF;
    -- One seals at a time. An advisory lock could be taken, and kept, by whoever may log in; this one takes the right to
    -- seal. The row means nothing else here.
    PERFORM FROM vault.unlabelled_table WHERE name = 'reading_seal' FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
        PERFORM FROM vault.unlabelled_table WHERE name = 'reading_seal';
        IF NOT FOUND THEN
            RAISE EXCEPTION 'what sealers lock is not there' USING ERRCODE = 'object_not_in_prerequisite_state';
        END IF;
        RETURN 0;
    END IF;
    FOR waiting IN
        WITH taken AS (
            DELETE FROM vault.unsealed_reading
            WHERE reading IN (SELECT reading FROM vault.unsealed_reading LIMIT most)
            RETURNING *
        )
        SELECT * FROM taken ORDER BY nation, at, reading
    LOOP
        IF chain IS DISTINCT FROM waiting.nation THEN
            chain := waiting.nation;
            head_position := NULL;
            SELECT seal.position, seal.hash INTO head_position, head_hash FROM vault.reading_seal AS seal
                WHERE seal.nation = chain ORDER BY seal.position DESC LIMIT 1;
        END IF;
        head_position := coalesce(head_position, 0) + 1;
        head_hash := vault.seal_hash(coalesce(head_hash, ''), head_position, waiting.reading, waiting.digest);
        nations := array_append(nations, chain);
        positions := array_append(positions, head_position);
        readings := array_append(readings, waiting.reading);
        digests := array_append(digests, waiting.digest);
        hashes := array_append(hashes, head_hash);
    END LOOP;
    INSERT INTO vault.reading_seal (nation, position, reading, digest, hash)
        SELECT * FROM unnest(nations, positions, readings, digests, hashes);
    RETURN cardinality(readings);
END
$$;
