-- Sets the caller of a transaction: computes which labels they can read now, and keeps the result until the transaction ends.
-- It runs for every request. Most of its time goes into starting statements, so it has as few as possible.
SET ROLE registry_owner;

-- Returns the caller's compartments for the log, both from the token and from need-to-know grants. The nations that an
-- auditor audits are kept for registry.audited().
CREATE OR REPLACE FUNCTION registry.set_caller(
    issuer text, subject text, level integer, nation text, compartments text[], audited text[] DEFAULT NULL)
RETURNS text[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    today date;
    entered text := coalesce(nullif(set_caller.nation, ''), 'without a nation');
    -- In bits: the longest bitmap, plus room for labels added concurrently. Every label is in a set of each kind, so the sets
    -- of one kind are enough to find the longest.
    width integer := (SELECT coalesce(max(length(set.labels)), 8) + 512 FROM vault.label_set_by_compartment AS set);
    held text[];
BEGIN
    IF current_setting('registry.entered', true) <> '' THEN
        RAISE EXCEPTION 'this transaction has a caller already' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    IF set_caller.audited IS NOT NULL THEN
        PERFORM set_config('registry.audited', set_caller.audited::text, true);
    END IF;

    -- Without a clearance or a nation, only the public label, number 0, is readable.
    IF set_caller.level IS NULL OR set_caller.nation IS NULL THEN
        PERFORM set_config('registry.entered', entered, true),
            set_config('registry.readable', '\x01' || repeat('00', width / 8 - 1), true);
        RETURN '{}';
    END IF;

    -- Successions take effect at midnight in Vilnius, regardless of the session's time zone.
    today := (now() AT TIME ZONE 'Europe/Vilnius')::date;
    held := ARRAY(
        SELECT unnest(set_caller.compartments)
        UNION
        SELECT need_to_know.compartment FROM vault.need_to_know
        WHERE need_to_know.issuer = set_caller.issuer AND need_to_know.subject = set_caller.subject
            AND need_to_know.valid_from <= now() AND now() < need_to_know.valid_until
        ORDER BY 1);

    -- The labels that meet all three conditions, and the public label: number 0 is bit 7. A NULL from a condition without
    -- labels becomes an empty bitmap.
    PERFORM set_config('registry.entered', entered, true),
        set_config('registry.readable', '\x' || vault.hexadecimal(set_bit(coalesce(
            (SELECT bit_or(vault.widen(set.labels, width)) FROM vault.label_set_by_level AS set
                WHERE vault.covers_level(
                    ARRAY(SELECT covered_level FROM vault.covered_level(set_caller.level, set_caller.nation, today)),
                    today, set.classification, set.succession_on, set.succession_to))
            & (SELECT bit_or(vault.widen(set.labels, width)) FROM vault.label_set_by_nation AS set
                WHERE vault.admits_nation(set_caller.nation, set.releasable_to, set.originator_nation))
            & (SELECT bit_or(vault.widen(set.labels, width)) FROM vault.label_set_by_compartment AS set
                WHERE vault.holds_compartments(held, set.special_handling)),
            vault.widen('', width)), 7, 1)), true);
    RETURN held;
END
$$;
GRANT EXECUTE ON FUNCTION registry.set_caller(text, text, integer, text, text[], text[]) TO registry_app;
