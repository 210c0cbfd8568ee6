-- Writes, seals and verifies the log of readings. Writers never wait for the sealer, and nothing classified leaves before
-- its row of the log is known to be written.
SET ROLE registry_owner;

-- The marking of a response with several labels. It is only for display: access is never derived from it. Its format is
-- defined only here:
--
--     <level> // <foreign marks> // REL TO <nations> // <compartments>
--
--   level          the highest handling rank for the reader, in the terms of the reader's nation
--   foreign marks  for each other policy among the labels, its highest level in its own terms: NATO first, then EU, then
--                  other nations, after their alpha-3 code; omitted if there are none
--   nations        the nations to which every label may be released; NOBODY if there are none
--   compartments   the compartments of all labels; omitted if there are none
--
-- A single label has this format, too; vault.marking is the form printed on documents.
CREATE OR REPLACE FUNCTION vault.joined_marking(labels integer[], reader_nation text) RETURNS text
STABLE LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    today date := (now() AT TIME ZONE 'Europe/Vilnius')::date;
BEGIN
    RETURN (
        WITH joined AS MATERIALIZED (
            SELECT DISTINCT level.policy, level.rank, level.code AS level, label.special_handling,
                vault.released_to(label.releasable_to, label.originator_nation) AS nations
            FROM vault.confidentiality_label AS label
            JOIN vault.classification_level AS level
                ON level.code = CASE WHEN label.succession_on <= today THEN label.succession_to ELSE label.classification END
            WHERE label.id = ANY (labels) AND label.policy <> 'PUBLIC'
        )
        SELECT CASE WHEN count(*) > 0 THEN concat_ws(' // ',
            (SELECT level.marking FROM vault.classification_level AS level
                WHERE level.policy = reader_nation AND level.rank = greatest(
                    (SELECT max(equivalence.handling_rank) FROM vault.level_equivalence AS equivalence
                        WHERE equivalence.nation = reader_nation
                            AND equivalence.level = ANY (ARRAY(SELECT DISTINCT other.level FROM joined AS other))
                            AND equivalence.valid_from <= today
                            AND (equivalence.valid_to IS NULL OR today < equivalence.valid_to)),
                    (SELECT max(own.rank) FROM joined AS own WHERE own.policy = reader_nation))),
            (SELECT string_agg(concat_ws(' ', country.alpha3, level.marking), ', '
                    ORDER BY highest.policy <> 'NATO', highest.policy <> 'EU', country.alpha3 COLLATE "C")
                FROM (SELECT other.policy, max(other.rank) AS rank FROM joined AS other GROUP BY other.policy) AS highest
                JOIN vault.classification_level AS level USING (policy, rank)
                LEFT JOIN vault.country AS country ON country.alpha2 = highest.policy
                WHERE highest.policy IS DISTINCT FROM reader_nation),
            'REL TO ' || coalesce(
                (SELECT string_agg(country.alpha3, ', ' ORDER BY country.alpha3 COLLATE "C") FROM vault.country
                    WHERE country.alpha2 = ANY (ARRAY(
                        SELECT nation FROM (SELECT DISTINCT other.nations FROM joined AS other) AS release
                            CROSS JOIN LATERAL unnest(release.nations) AS nation
                        GROUP BY nation
                        HAVING count(*) = (SELECT count(DISTINCT other.nations) FROM joined AS other)))), 'NOBODY'),
            (SELECT string_agg(DISTINCT compartment COLLATE "C", ', ')
                FROM (SELECT DISTINCT other.special_handling FROM joined AS other) AS handling
                    CROSS JOIN LATERAL unnest(handling.special_handling) AS compartment)) END
        FROM joined
    );
END
$$;

-- Records the reads of a response, and returns its marking; a service that has the marking cached passes no labels. A
-- trigger that returns NULL, a rule or row security can discard an INSERT without an error. The service therefore chooses
-- the id, and gets it back only if the row was written as given and waits for its seal.
CREATE OR REPLACE FUNCTION registry.record_reading(
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

-- Adds up to this many readings to the chains of their nations, and returns their number. For the same reason, it compares
-- the readings that it took from the queue with those that it wrote.
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
    -- Only one session seals at a time. The lock is on a row, which needs rights on the table; every role could take an
    -- advisory lock and keep it. The row has no other meaning here.
    PERFORM FROM vault.unlabelled_table WHERE name = 'reading_seal' FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN
        PERFORM FROM vault.unlabelled_table WHERE name = 'reading_seal';
        IF NOT FOUND THEN
            RAISE EXCEPTION 'what sealers lock is not there' USING ERRCODE = 'object_not_in_prerequisite_state';
        END IF;
        RETURN 0;
    END IF;
    -- Because of the lock, no other session takes any of them.
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

-- Whether what an erasure left of a change is as that left it. The write of an erasure is in a chain, which vouches for it.
CREATE OR REPLACE FUNCTION vault.is_left_by_erasure(change vault.change) RETURNS boolean
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp
RETURN coalesce((
    SELECT write.nation IS NOT NULL AND erasure.digest = vault.values_digest(change.salt, change.before, change.after)
    FROM vault.erasure AS erasure JOIN vault.write AS write ON write.ordinal = erasure.write
    WHERE erasure.change = change.ordinal ORDER BY erasure.write DESC LIMIT 1), false);

-- Whether a write has a change whose values are gone and no erasure says so.
CREATE OR REPLACE FUNCTION vault.is_blanked_unrecorded(write bigint) RETURNS boolean
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp
RETURN EXISTS (SELECT FROM vault.change AS change
    WHERE change.write = is_blanked_unrecorded.write AND change.digest IS NOT NULL AND NOT vault.is_left_by_erasure(change));

-- Verifies the log of each nation that the caller audits, of readings and of writes: the length of its chain, the number of
-- entries that wait for their seal, and the first fault among its newest seals (among all if newest is null).
CREATE OR REPLACE FUNCTION registry.verify_readings(newest bigint)
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

        -- The seal before the first verified one is trusted.
        expected := greatest(sealed - coalesce(verify_readings.newest, sealed), 0) + 1;
        SELECT kept.hash INTO before FROM vault.reading_seal AS kept
            WHERE kept.nation = verify_readings.nation AND kept.position = expected - 1;
        FOR seal IN
            SELECT kept.*, written.id IS NOT NULL OR changed.id IS NOT NULL AS present,
                CASE WHEN changed.id IS NULL THEN vault.reading_digest(written) ELSE vault.write_digest(changed) END AS actual,
                CASE WHEN changed.id IS NULL THEN 'reading' ELSE 'write' END AS kind, changed.ordinal AS written_as
            FROM vault.reading_seal AS kept
            LEFT JOIN vault.reading AS written ON written.id = kept.reading AND written.nation = kept.nation
            LEFT JOIN vault.write AS changed ON changed.id = kept.reading AND changed.nation = kept.nation
            WHERE kept.nation = verify_readings.nation AND kept.position >= expected
            ORDER BY kept.position
        LOOP
            fault := CASE
                WHEN seal.position <> expected THEN 'the seal is missing'
                WHEN (seal.hash = vault.seal_hash(coalesce(before, ''), seal.position, seal.reading, seal.digest))
                    IS NOT TRUE THEN 'the seal does not continue the chain'
                WHEN NOT seal.present THEN 'the reading is missing'
                WHEN (seal.actual = seal.digest) IS NOT TRUE THEN format('the %s was changed', seal.kind)
                WHEN vault.is_blanked_unrecorded(seal.written_as) THEN 'a change was blanked without an erasure' END;
            IF fault IS NOT NULL THEN
                fault_position := expected;
                fault_reading := CASE WHEN seal.position = expected THEN seal.reading END;
                EXIT;
            END IF;
            before := seal.hash;
            expected := expected + 1;
        END LOOP;

        IF fault IS NULL THEN
            SELECT waiting.reading, CASE
                    WHEN written.id IS NULL AND changed.id IS NULL THEN 'a reading is missing that waited to be sealed'
                    WHEN sealed_before.reading IS NOT NULL THEN 'a reading waits to be sealed that was sealed before'
                    WHEN changed.id IS NOT NULL THEN 'a write was changed that waited to be sealed'
                    ELSE 'a reading was changed that waited to be sealed' END
                INTO fault_reading, fault
            FROM vault.unsealed_reading AS waiting
            LEFT JOIN vault.reading AS written ON written.id = waiting.reading AND written.nation = waiting.nation
            LEFT JOIN vault.write AS changed ON changed.id = waiting.reading AND changed.nation = waiting.nation
            LEFT JOIN vault.reading_seal AS sealed_before ON sealed_before.reading = waiting.reading
            WHERE waiting.nation = verify_readings.nation
                AND (sealed_before.reading IS NOT NULL
                    OR (CASE WHEN changed.id IS NULL THEN vault.reading_digest(written) ELSE vault.write_digest(changed) END
                        = waiting.digest) IS NOT TRUE)
            LIMIT 1;
        END IF;
        IF fault IS NULL AND verify_readings.newest IS NULL THEN
            SELECT written.id, format('a %s is in no chain', written.kind) INTO fault_reading, fault
            FROM (SELECT id, nation, 'reading' AS kind FROM vault.reading
                UNION ALL
                SELECT id, nation, 'write' FROM vault.write) AS written
            WHERE written.nation = verify_readings.nation
                AND NOT EXISTS (SELECT FROM vault.reading_seal AS kept
                    WHERE kept.reading = written.id AND kept.nation = written.nation)
                AND NOT EXISTS (SELECT FROM vault.unsealed_reading AS waiting
                    WHERE waiting.reading = written.id AND waiting.nation = written.nation)
            LIMIT 1;
        END IF;
        RETURN NEXT;
    END LOOP;
END
$$;

-- Whether a head that was saved elsewhere is still part of its chain; null for a nation that the caller does not audit.
CREATE OR REPLACE FUNCTION registry.contains_head(nation text, place bigint, head text) RETURNS boolean
STABLE LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM vault.reading_seal AS seal
        WHERE seal.nation = contains_head.nation AND seal.position = contains_head.place
            AND seal.hash = decode(contains_head.head, 'hex'))
    WHERE contains_head.nation = ANY (registry.audited())
$$;

-- The number of changes of which values were erased, by the nation in whose chain the erasure is.
CREATE OR REPLACE FUNCTION registry.erased_changes() RETURNS TABLE (nation text, changes bigint)
STABLE LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT write.nation, count(DISTINCT erasure.change)
    FROM vault.erasure AS erasure JOIN vault.write AS write ON write.ordinal = erasure.write
    WHERE write.nation = ANY (registry.audited())
    GROUP BY write.nation ORDER BY write.nation
$$;

GRANT EXECUTE ON FUNCTION registry.seal_readings(integer), registry.verify_readings(bigint),
    registry.contains_head(text, bigint, text), registry.erased_changes() TO registry_app;
