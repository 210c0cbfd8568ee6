-- An insert into the log can be swallowed without an error: by a trigger that returns NULL, a rule or row security. So
-- whoever writes a reading names its id and gets it back only if the row stands there as it was given, and waits to be
-- sealed. Nothing classified leaves without it. The sealer, too, compares what it took with what it wrote.
SET ROLE registry_owner;

DROP FUNCTION registry.record_reading(text, text, text, integer, text[], text, text, text, text,
    text[], smallint[], uuid[], integer[], boolean);

CREATE FUNCTION registry.record_reading(
    id uuid, issuer text, subject text, nation text, level integer, compartments text[],
    operation_name text, operation_hash text, request_id text, refusal text,
    reads text[], entries bytea, labels integer[], OUT recorded uuid, OUT marking text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_variable
BEGIN
    WITH written AS (
        INSERT INTO vault.reading AS reading (id, issuer, subject, nation, level, compartments, operation_name,
                operation_hash, request_id, refusal, reads, entries)
            VALUES (id, issuer, subject, nation, level, compartments, operation_name,
                operation_hash, request_id, refusal, reads, entries)
            RETURNING reading.id, reading.at, vault.reading_digest(reading) AS digest,
                (reading.id, reading.issuer, reading.subject, reading.nation, reading.level, reading.compartments,
                        reading.operation_name, reading.operation_hash, reading.request_id, reading.refusal,
                        reading.reads, reading.entries)
                    IS NOT DISTINCT FROM (id, issuer, subject, nation, level, compartments, operation_name,
                        operation_hash, request_id, refusal, reads, entries) AS is_given
    ), waiting AS (
        INSERT INTO vault.unsealed_reading AS unsealed (reading, nation, at, digest)
            SELECT written.id, nation, written.at, written.digest FROM written
            RETURNING unsealed.reading, unsealed.nation, unsealed.digest
    )
    SELECT written.id INTO recorded
    FROM written JOIN waiting ON waiting.reading = written.id AND waiting.digest = written.digest
    WHERE written.is_given AND waiting.nation = nation;
    IF (recorded = id) IS NOT TRUE THEN
        RAISE EXCEPTION 'the reading was not written as it was given'
            USING ERRCODE = 'triggered_action_exception';
    END IF;
    marking := CASE WHEN labels IS NOT NULL THEN vault.joined_marking(labels, nation) END;
END
$$;
GRANT EXECUTE ON FUNCTION registry.record_reading(uuid, text, text, text, integer, text[], text, text, text, text,
    text[], bytea, integer[]) TO registry_app;

-- For services of the version before, which serve until this one has taken their place.
CREATE OR REPLACE FUNCTION registry.record_reading(
    issuer text, subject text, nation text, level integer, compartments text[],
    operation_name text, operation_hash text, request_id text, refusal text,
    reads text[], entries bytea, labels integer[])
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_variable
BEGIN
    RETURN (SELECT written.marking FROM registry.record_reading(gen_random_uuid(), issuer, subject, nation, level,
        compartments, operation_name, operation_hash, request_id, refusal, reads, entries, labels) AS written);
END
$$;

CREATE OR REPLACE FUNCTION registry.seal_readings(most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    chosen uuid[];
    waiting record;
    chain text;
    head_position bigint;
    head_hash bytea;
    nations text[] := '{}';
    positions bigint[] := '{}';
    readings uuid[] := '{}';
    digests bytea[] := '{}';
    hashes bytea[] := '{}';
    written bigint;
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
    -- Nobody else takes any of them away meanwhile.
    chosen := ARRAY(SELECT reading FROM vault.unsealed_reading LIMIT most);
    FOR waiting IN
        WITH taken AS (
            DELETE FROM vault.unsealed_reading WHERE reading = ANY (chosen) RETURNING *
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
    WITH sealed AS (
        INSERT INTO vault.reading_seal AS seal (nation, position, reading, digest, hash)
            SELECT * FROM unnest(nations, positions, readings, digests, hashes)
            RETURNING seal.reading, seal.hash
    )
    SELECT count(*) INTO written
    FROM sealed JOIN unnest(readings, hashes) AS given (reading, hash) USING (reading, hash);
    IF (cardinality(chosen), cardinality(readings)) <> (cardinality(readings), written) THEN
        RAISE EXCEPTION 'of % readings to seal % were taken and % sealed', cardinality(chosen), cardinality(readings), written
            USING ERRCODE = 'triggered_action_exception';
    END IF;
    RETURN written;
END
$$;
