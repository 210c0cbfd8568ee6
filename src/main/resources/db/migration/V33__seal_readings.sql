-- Sealing and verifying the log. One sealer works at a time; whoever writes readings never waits for it.
SET ROLE registry_owner;

CREATE FUNCTION vault.seal_hash(before bytea, place bigint, reading uuid, digest bytea) RETURNS bytea
IMMUTABLE LANGUAGE sql
RETURN sha256(before || int8send(place) || uuid_send(reading) || digest);

-- Adds readings to the chains of their nations, so many at most, and says how many it has added.
CREATE FUNCTION registry.seal_readings(most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    waiting record;
    chain text;
    head_position bigint;
    head_hash bytea;
    sealed integer := 0;
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
        head_hash := vault.seal_hash(coalesce(head_hash, ''), coalesce(head_position, 0) + 1, waiting.reading, waiting.digest);
        head_position := coalesce(head_position, 0) + 1;
        INSERT INTO vault.reading_seal (nation, position, reading, digest, hash)
            VALUES (chain, head_position, waiting.reading, waiting.digest, head_hash);
        sealed := sealed + 1;
    END LOOP;
    RETURN sealed;
END
$$;

-- The state of the log of each nation that the caller audits: how long its chain is, what waits to be sealed, and the
-- first fault among its newest seals (all of them, where newest is null).
CREATE FUNCTION registry.verify_readings(newest bigint)
RETURNS TABLE (nation text, sealed bigint, unsealed bigint, head text, fault_position bigint, fault_reading uuid, fault text)
STABLE LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    seal record;
    expected bigint;
    before bytea;
BEGIN
    FOR nation IN
        SELECT audited.name FROM unnest(registry.audited()) AS audited (name)
        WHERE EXISTS (SELECT FROM vault.reading WHERE reading.nation = audited.name)
            OR EXISTS (SELECT FROM vault.reading_seal AS kept WHERE kept.nation = audited.name)
            OR EXISTS (SELECT FROM vault.unsealed_reading AS waiting WHERE waiting.nation = audited.name)
        ORDER BY 1
    LOOP
        SELECT coalesce(max(kept.position), 0) INTO sealed FROM vault.reading_seal AS kept
            WHERE kept.nation = verify_readings.nation;
        SELECT count(*) INTO unsealed FROM vault.unsealed_reading AS waiting WHERE waiting.nation = verify_readings.nation;
        SELECT encode(kept.hash, 'hex') INTO head FROM vault.reading_seal AS kept
            WHERE kept.nation = verify_readings.nation AND kept.position = sealed;
        fault_position := NULL;
        fault_reading := NULL;
        fault := NULL;

        -- The one before the first to be looked at is taken for good.
        expected := greatest(sealed - coalesce(verify_readings.newest, sealed), 0) + 1;
        SELECT kept.hash INTO before FROM vault.reading_seal AS kept
            WHERE kept.nation = verify_readings.nation AND kept.position = expected - 1;
        FOR seal IN
            SELECT kept.*, written.id IS NOT NULL AS present, vault.reading_digest(written) AS actual
            FROM vault.reading_seal AS kept LEFT JOIN vault.reading AS written ON written.id = kept.reading
            WHERE kept.nation = verify_readings.nation AND kept.position >= expected
            ORDER BY kept.position
        LOOP
            fault := CASE
                WHEN seal.position <> expected THEN 'the seal is missing'
                WHEN seal.hash IS DISTINCT FROM vault.seal_hash(coalesce(before, ''), seal.position, seal.reading, seal.digest)
                    THEN 'the seal does not continue the chain'
                WHEN NOT seal.present THEN 'the reading is missing'
                WHEN seal.actual IS DISTINCT FROM seal.digest THEN 'the reading was changed' END;
            IF fault IS NOT NULL THEN
                fault_position := expected;
                fault_reading := CASE WHEN seal.position = expected THEN seal.reading END;
                EXIT;
            END IF;
            before := seal.hash;
            expected := expected + 1;
        END LOOP;

        IF fault IS NULL THEN
            SELECT waiting.reading, CASE WHEN written.id IS NULL THEN 'a reading is missing that waited to be sealed'
                    WHEN sealed_before.reading IS NOT NULL THEN 'a reading waits to be sealed that was sealed before'
                    ELSE 'a reading was changed that waited to be sealed' END
                INTO fault_reading, fault
            FROM vault.unsealed_reading AS waiting
            LEFT JOIN vault.reading AS written ON written.id = waiting.reading
            LEFT JOIN vault.reading_seal AS sealed_before ON sealed_before.reading = waiting.reading
            WHERE waiting.nation = verify_readings.nation
                AND (written.id IS NULL OR sealed_before.reading IS NOT NULL OR vault.reading_digest(written) IS DISTINCT FROM waiting.digest)
            LIMIT 1;
        END IF;
        IF fault IS NULL AND verify_readings.newest IS NULL THEN
            SELECT written.id, 'a reading is in no chain' INTO fault_reading, fault
            FROM vault.reading AS written
            WHERE written.nation = verify_readings.nation
                AND NOT EXISTS (SELECT FROM vault.reading_seal AS kept WHERE kept.reading = written.id)
                AND NOT EXISTS (SELECT FROM vault.unsealed_reading AS waiting WHERE waiting.reading = written.id)
            LIMIT 1;
        END IF;
        RETURN NEXT;
    END LOOP;
END
$$;

-- Whether a head that was kept elsewhere is still a part of its chain; null for a nation that the caller does not audit.
CREATE FUNCTION registry.contains_head(nation text, place bigint, head text) RETURNS boolean
STABLE LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM vault.reading_seal AS seal
        WHERE seal.nation = contains_head.nation AND seal.position = contains_head.place
            AND seal.hash = decode(contains_head.head, 'hex'))
    WHERE contains_head.nation = ANY (registry.audited())
$$;

GRANT EXECUTE ON FUNCTION registry.seal_readings(integer), registry.verify_readings(bigint),
    registry.contains_head(text, bigint, text) TO registry_app;
