-- A cleared caller waits for what the log costs: less is looked at for each reading, and a batch is sealed by one statement.
SET ROLE registry_owner;

-- Who reads or writes the log waits while this waits for who reads all of it; rather than that, it fails and is run again.
SET LOCAL lock_timeout = '2s';

-- A table's checks are parsed and made ready at each statement that inserts. What they asked of readings the digest asks
-- now: what is not as it must be has none, so that it can neither be recorded, since what waits to be sealed needs one, nor
-- become so unnoticed.
ALTER TABLE vault.reading DROP CONSTRAINT reading_nation_check, DROP CONSTRAINT reading_check,
    DROP CONSTRAINT reading_has_whole_entries, DROP CONSTRAINT reading_is_of_one_form;

-- What is read at once stays in the row if it fits into a page: to cut it up and write the parts elsewhere takes longer.
ALTER TABLE vault.reading SET (toast_tuple_target = 8160);

-- The digest of a reading from before there were entries, and of one that has none. It stands apart so that the expression
-- below is short, which is made ready for each reading that is written.
CREATE FUNCTION vault.array_reading_digest(reading vault.reading) RETURNS bytea
STABLE LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    head bytea := vault.reading_head(reading);
BEGIN
    RETURN CASE WHEN (cardinality(reading.entry_records), cardinality(reading.entry_labels))
            = (cardinality(reading.entry_reads), cardinality(reading.entry_reads)) THEN
        sha256(int4send(length(head)) || head || array_send(reading.entry_reads) || array_send(reading.entry_records)
            || array_send(reading.entry_labels)) END;
END
$$;

CREATE OR REPLACE FUNCTION vault.reading_digest(reading vault.reading) RETURNS bytea
STABLE LANGUAGE sql
RETURN CASE
    WHEN reading.nation !~ '^[A-Z]{2}$' THEN NULL
    WHEN reading.entries = '' THEN vault.array_reading_digest(reading)
    WHEN length(reading.entries) % 22 = 0 AND cardinality(reading.entry_reads) + cardinality(reading.entry_records)
            + cardinality(reading.entry_labels) = 0 THEN
        sha256('\xff'::bytea || sha256(vault.reading_head(reading)) || reading.entries) END;

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
