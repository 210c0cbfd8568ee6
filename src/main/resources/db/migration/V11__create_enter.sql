-- Opens every transaction: works out which labels this caller can read now and keeps them for the rest of it.
SET ROLE registry_owner;

CREATE FUNCTION registry.enter(issuer text, subject text, level integer, nation text, compartments text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    today date;
    width integer;
    covered_levels text[];
    held_compartments text[];
    labels bit varying;
BEGIN
    IF current_setting('registry.entered', true) <> '' THEN
        RAISE EXCEPTION 'this transaction has a caller already' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    PERFORM set_config('registry.entered', coalesce(nullif(enter.nation, ''), 'without a nation'), true);

    -- Longer than the largest label by what others can add before this transaction ends.
    width := (SELECT (max(label.id) | 7) + 1 + 512 FROM vault.confidentiality_label AS label);

    -- Without a clearance and a nation: the public label only, whose number is 0.
    IF enter.level IS NULL OR enter.nation IS NULL THEN
        PERFORM set_config('registry.readable', '\x01' || repeat('00', width / 8 - 1), true);
        RETURN;
    END IF;

    -- Dates fall due at midnight in Vilnius, whatever the session's time zone.
    today := (now() AT TIME ZONE 'Europe/Vilnius')::date;
    covered_levels := ARRAY(SELECT covered_level FROM vault.covered_level(enter.level, enter.nation, today));
    held_compartments := enter.compartments || ARRAY(
        SELECT need_to_know.compartment FROM vault.need_to_know
        WHERE need_to_know.issuer = enter.issuer AND need_to_know.subject = enter.subject
            AND need_to_know.valid_from <= now() AND now() < need_to_know.valid_until);

    labels :=
        (SELECT bit_or(vault.widen(set.labels, width)) FROM vault.label_set_by_level AS set
            WHERE vault.covers_level(covered_levels, today, set.classification, set.succession_on, set.succession_to))
        & (SELECT bit_or(vault.widen(set.labels, width)) FROM vault.label_set_by_nation AS set
            WHERE vault.admits_nation(enter.nation, set.releasable_to, set.originator_nation))
        & (SELECT bit_or(vault.widen(set.labels, width)) FROM vault.label_set_by_compartment AS set
            WHERE vault.holds_compartments(held_compartments, set.special_handling));
    labels := vault.with_label(coalesce(labels, vault.widen('', width)), 0);
    PERFORM set_config('registry.readable', '\x' || encode(substring(varbit_send(labels) FROM 5), 'hex'), true);
END
$$;
GRANT EXECUTE ON FUNCTION registry.enter(text, text, integer, text, text[]) TO registry_app;
