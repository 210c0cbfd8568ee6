-- Erases values on a legal ground, such as a person's request: from the record and from all its changes. Only the owner's members
-- may (the migrator), not the service.
SET ROLE registry_owner;

-- The columns of fields of a table; of all its free texts, which are those that can be searched, if none is named.
CREATE OR REPLACE FUNCTION vault.erasable_columns(relation regclass, fields text[]) RETURNS text[]
STABLE LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    found_columns text[] := ARRAY(SELECT member.name FROM vault.written_column(relation) AS member
        WHERE CASE WHEN fields <> '{}' THEN member.name = ANY (fields) OR member.field = ANY (fields)
            ELSE EXISTS (SELECT FROM pg_attribute WHERE attrelid = relation AND attname = member.name || '_search') END);
    unknown text := (SELECT field FROM unnest(fields) AS field WHERE field NOT IN (
        SELECT member.name FROM vault.written_column(relation) AS member
        UNION ALL SELECT member.field FROM vault.written_field(relation) AS member) LIMIT 1);
BEGIN
    IF unknown IS NOT NULL OR found_columns = '{}' THEN
        RAISE EXCEPTION '% has no such field: %', relation, coalesce(unknown, 'no free text')
            USING ERRCODE = 'invalid_parameter_value';
    END IF;
    RETURN found_columns;
END
$$;

-- What stands in place of an erased value: nothing, or what the column takes for it.
CREATE OR REPLACE FUNCTION vault.value_in_place(relation regclass, column_name text) RETURNS text
STABLE LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    attribute pg_attribute;
BEGIN
    SELECT * INTO STRICT attribute FROM pg_attribute WHERE attrelid = relation AND attname = column_name;
    IF NOT attribute.attnotnull THEN
        RETURN 'NULL';
    ELSIF attribute.atttypid = 'text'::regtype THEN
        RETURN quote_literal('[erased]');
    ELSIF attribute.atttypid = 'text[]'::regtype THEN
        RETURN quote_literal('{}');
    END IF;
    RAISE EXCEPTION '%.% cannot be erased: it cannot be absent', relation, column_name
        USING ERRCODE = 'invalid_parameter_value';
END
$$;

-- The values of a change, null for those of these columns that are not the current ones.
CREATE OR REPLACE FUNCTION vault.without_old_values(columns jsonb, names text[], current jsonb) RETURNS jsonb
IMMUTABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp
RETURN CASE WHEN columns <> '{}' THEN (
    SELECT jsonb_object_agg(key, CASE WHEN key = ANY (names) AND value IS DISTINCT FROM current -> key THEN 'null' ELSE value END)
    FROM jsonb_each(columns)) ELSE columns END;

-- Erases these fields of a record, and returns the number of changes that lost values. The update of the record is a change
-- like others. The rest is a part of the same write, which is in the chain of this nation.
CREATE OR REPLACE FUNCTION vault.erase(
    table_name text, record uuid, fields text[], reason text, operator text, nation text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    relation regclass := (SELECT format('vault.%I', known)::regclass FROM registry.recorded_tables() AS known
        WHERE known = table_name);
    names text[];
    current jsonb;
    erased bigint := 0;
    change record;
BEGIN
    IF relation IS NULL THEN
        RAISE EXCEPTION 'there is no table % of records', table_name USING ERRCODE = 'invalid_parameter_value';
    ELSIF coalesce(reason, '') ~ '^\s*$' OR coalesce(operator, '') ~ '^\s*$' OR (nation ~ '^[A-Z]{2}$') IS NOT TRUE THEN
        RAISE EXCEPTION 'an erasure needs a reason, an operator and the nation that is responsible'
            USING ERRCODE = 'invalid_parameter_value';
    END IF;
    names := vault.erasable_columns(relation, coalesce(fields, '{}'));
    IF NOT EXISTS (SELECT FROM vault.change AS kept WHERE kept.record = erase.record AND kept.concept = erase.table_name) THEN
        RAISE EXCEPTION 'there is no such record' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM set_config('registry.writer', jsonb_build_object('subject', operator, 'nation', nation, 'roles', '[]'::jsonb,
            'operation_name', 'erase', 'reason', reason)::text, true),
        set_config('registry.write', '', true);
    EXECUTE format('UPDATE %s AS record SET %s WHERE record.id = $1 RETURNING to_jsonb(record)', relation,
        (SELECT string_agg(format('%I = %s', name, vault.value_in_place(relation, name)), ', ') FROM unnest(names) AS name))
        INTO current USING record;
    FOR change IN
        SELECT kept.ordinal, vault.without_old_values(kept.before, names, current) AS before,
            vault.without_old_values(kept.after, names, current) AS after, gen_random_uuid() AS salt,
            kept.label_of_record = 0 AND kept.end_labels IS NULL AND 0 IN (kept.label_before, kept.label_after) AS is_public
        FROM vault.change AS kept
        WHERE kept.record = erase.record AND kept.concept = erase.table_name
            AND (kept.before, kept.after) IS DISTINCT FROM (vault.without_old_values(kept.before, names, current),
                vault.without_old_values(kept.after, names, current))
    LOOP
        INSERT INTO vault.erasure (write, change, names, digest)
            VALUES (vault.current_write(), change.ordinal, names, vault.values_digest(change.salt, change.before, change.after));
        UPDATE vault.change AS kept SET before = change.before, after = change.after, salt = change.salt,
                digest = coalesce(kept.digest, vault.values_digest(kept.salt, kept.before, kept.after))
            WHERE kept.ordinal = change.ordinal;
        erased := erased + 1;
        -- A public answer with the history may be kept in memory.
        IF change.is_public THEN
            PERFORM vault.note_public_change();
        END IF;
    END LOOP;
    RETURN erased;
END
$$;
