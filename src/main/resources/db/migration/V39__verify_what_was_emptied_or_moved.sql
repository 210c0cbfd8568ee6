-- A reading is missing from its nation's chain when another's has it; and what has been emptied is not as it was sealed, even
-- if that has been emptied too.
SET ROLE registry_owner;

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

        -- The one before the first to be looked at is taken for good.
        expected := greatest(sealed - coalesce(verify_readings.newest, sealed), 0) + 1;
        SELECT kept.hash INTO before FROM vault.reading_seal AS kept
            WHERE kept.nation = verify_readings.nation AND kept.position = expected - 1;
        FOR seal IN
            SELECT kept.*, written.id IS NOT NULL AS present, vault.reading_digest(written) AS actual
            FROM vault.reading_seal AS kept
            LEFT JOIN vault.reading AS written ON written.id = kept.reading AND written.nation = kept.nation
            WHERE kept.nation = verify_readings.nation AND kept.position >= expected
            ORDER BY kept.position
        LOOP
            fault := CASE
                WHEN seal.position <> expected THEN 'the seal is missing'
                WHEN (seal.hash = vault.seal_hash(coalesce(before, ''), seal.position, seal.reading, seal.digest))
                    IS NOT TRUE THEN 'the seal does not continue the chain'
                WHEN NOT seal.present THEN 'the reading is missing'
                WHEN (seal.actual = seal.digest) IS NOT TRUE THEN 'the reading was changed' END;
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
            LEFT JOIN vault.reading AS written ON written.id = waiting.reading AND written.nation = waiting.nation
            LEFT JOIN vault.reading_seal AS sealed_before ON sealed_before.reading = waiting.reading
            WHERE waiting.nation = verify_readings.nation
                AND (sealed_before.reading IS NOT NULL OR (vault.reading_digest(written) = waiting.digest) IS NOT TRUE)
            LIMIT 1;
        END IF;
        IF fault IS NULL AND verify_readings.newest IS NULL THEN
            SELECT written.id, 'a reading is in no chain' INTO fault_reading, fault
            FROM vault.reading AS written
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
