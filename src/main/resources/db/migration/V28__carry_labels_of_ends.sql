-- A view that looks up both ends of a link, to see whether they are shown, makes everybody who follows links pay twice:
-- the end that they come from was shown to them already, the end that they go to they read anyway. So a link carries the
-- labels of its ends, and its view looks nowhere else. That they are the same is a foreign key: PostgreSQL refuses any
-- other label, and hands a new label of an end on to its links in the same transaction.
SET ROLE registry_owner;

-- The columns that carry the label of the record that another column refers to: those of which a foreign key makes sure.
CREATE FUNCTION vault.carried_label(relation regclass)
RETURNS TABLE (name text, column_name text, target regclass, reference oid)
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT carried.attname::text, referring.attname::text, reference.confrelid::regclass, reference.oid
    FROM pg_constraint AS reference
    JOIN pg_attribute AS referring ON referring.attrelid = relation AND referring.attnum = reference.conkey[1]
    JOIN pg_attribute AS carried ON carried.attrelid = relation AND carried.attnum = reference.conkey[2]
    JOIN pg_attribute AS label ON label.attrelid = reference.confrelid AND label.attnum = reference.confkey[2]
    WHERE reference.conrelid = relation AND reference.contype = 'f' AND reference.convalidated
        AND cardinality(reference.conkey) = 2 AND label.attname = 'label' AND carried.attnotnull
        AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgconstraint = reference.oid AND tgenabled NOT IN ('O', 'A'))
    ORDER BY carried.attnum
$$;

CREATE OR REPLACE FUNCTION vault.foreign_key(relation regclass)
RETURNS TABLE (column_name text, target regclass, columns integer, optional boolean, target_is_labelled boolean)
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT attribute.attname::text, reference.confrelid::regclass, cardinality(reference.conkey), NOT attribute.attnotnull,
        EXISTS (SELECT FROM pg_attribute AS label WHERE label.attrelid = reference.confrelid AND label.attname = 'label')
    FROM pg_constraint AS reference
    JOIN pg_attribute AS attribute ON attribute.attrelid = reference.conrelid AND attribute.attnum = ANY (reference.conkey)
    WHERE reference.conrelid = relation AND reference.contype = 'f'
        -- It only repeats, with a label, what another foreign key says.
        AND reference.oid NOT IN (SELECT carried.reference FROM vault.carried_label(relation) AS carried)
    ORDER BY attribute.attnum
$$;

-- Whether a record's own label is all that decides whether it is shown.
CREATE FUNCTION vault.is_shown_by_label(relation regclass) RETURNS boolean
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp
RETURN NOT EXISTS (SELECT FROM vault.foreign_key(relation) WHERE target_is_labelled);

-- A record is shown where its own label is readable and every record that it refers to is itself shown: by the label that
-- it carries of it, or by that record's view.
CREATE OR REPLACE FUNCTION vault.record_view(relation regclass) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    WITH carried AS MATERIALIZED (
        SELECT name, column_name FROM vault.carried_label(relation) WHERE vault.is_shown_by_label(target)
    )
    SELECT format(E'SELECT %s,\n    %s AS withheld\nFROM %s AS record%s\nWHERE %s',
        (SELECT string_agg(
                CASE WHEN field_label IS NULL THEN format('record.%I', name)
                    ELSE format('CASE WHEN %s THEN record.%I END AS %2$I', vault.is_readable(field_label), name) END,
                E',\n    ' ORDER BY ordinal)
            FROM vault.table_column(relation) WHERE name NOT IN (SELECT name FROM vault.carried_label(relation))),
        (SELECT coalesce('array_remove(ARRAY[' || string_agg(
                format('CASE WHEN %s THEN NULL ELSE %L END', vault.is_readable(name), vault.camel_case(field)),
                ', ' ORDER BY ordinal) || '], NULL)', '''{}''::text[]')
            FROM vault.table_column(relation) WHERE is_label),
        relation,
        (SELECT string_agg(format(E'\nJOIN registry.%I AS %I ON %2$I.id = record.%2$I', target_table.relname, column_name),
                '' ORDER BY column_name)
            FROM vault.foreign_key(relation) JOIN pg_class AS target_table ON target_table.oid = target
            WHERE target_is_labelled AND column_name NOT IN (SELECT column_name FROM carried)),
        (SELECT string_agg(vault.is_readable(name), ' AND ')
            FROM (SELECT 'label' AS name UNION ALL SELECT name FROM carried) AS decisive))
$$;

-- Whoever writes a link names its ends only.
CREATE FUNCTION vault.copy_labels_of_ends() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    carried record;
    end_label integer;
BEGIN
    FOR carried IN SELECT * FROM vault.carried_label(TG_RELID) LOOP
        EXECUTE format('SELECT label FROM %s WHERE id = $1', carried.target)
            INTO end_label USING (to_jsonb(NEW) ->> carried.column_name)::uuid;
        -- An end that does not exist is for the foreign key to refuse.
        NEW := jsonb_populate_record(NEW, jsonb_build_object(carried.name, coalesce(end_label, 0)));
    END LOOP;
    RETURN NEW;
END
$$;

-- For ends that are shown by their label alone; the others are still looked up. The indexes that lead from one end to the
-- other hold all that a view asks of a link, so that its row is not visited.
CREATE PROCEDURE vault.carry_labels_of_ends(link text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    relation regclass := format('vault.%I', link);
    ends jsonb := (SELECT coalesce(jsonb_agg(reference), '[]') FROM vault.foreign_key(relation) AS reference
        WHERE reference.target_is_labelled AND vault.is_shown_by_label(reference.target));
    reference record;
    filled text;
    index record;
BEGIN
    FOR reference IN SELECT * FROM jsonb_to_recordset(ends) AS reference (column_name text, target regclass) LOOP
        IF NOT EXISTS (SELECT FROM pg_constraint
                WHERE conrelid = reference.target AND pg_get_constraintdef(oid) = 'UNIQUE (id, label)') THEN
            EXECUTE format('ALTER TABLE %s ADD UNIQUE (id, label)', reference.target);
        END IF;
        EXECUTE format('ALTER TABLE %s ADD COLUMN %I integer', relation, 'label_of_' || reference.column_name);
        filled := concat_ws(', ', filled, format('%I = (SELECT target.label FROM %s AS target WHERE target.id = link.%I)',
            'label_of_' || reference.column_name, reference.target, reference.column_name));
    END LOOP;
    -- All of them at once: a row that this transaction has updated before has every foreign key checked again.
    IF filled IS NOT NULL THEN
        EXECUTE format('UPDATE %s AS link SET %s', relation, filled);
    END IF;
    FOR reference IN SELECT * FROM jsonb_to_recordset(ends) AS reference (column_name text, target regclass) LOOP
        EXECUTE format('ALTER TABLE %1$s ALTER COLUMN %2$I SET NOT NULL, '
            'ADD FOREIGN KEY (%3$I, %2$I) REFERENCES %4$s (id, label) ON UPDATE CASCADE',
            relation, 'label_of_' || reference.column_name, reference.column_name, reference.target);
    END LOOP;
    EXECUTE format('CREATE TRIGGER copy_labels_of_ends BEFORE INSERT OR UPDATE ON %s '
        'FOR EACH ROW EXECUTE FUNCTION vault.copy_labels_of_ends()', relation);
    FOR index IN SELECT indexrelid::regclass AS name, pg_get_indexdef(indexrelid) AS definition
        FROM pg_index WHERE indrelid = relation AND NOT indisunique
    LOOP
        EXECUTE format('DROP INDEX %s', index.name);
        EXECUTE format('%s INCLUDE (label%s)', index.definition,
            (SELECT string_agg(format(', %I', name), '') FROM vault.carried_label(relation)));
    END LOOP;
END
$$;

-- Links to come carry them from the start.
ALTER PROCEDURE vault.create_link(text, text, text, boolean) RENAME TO create_link_without_labels_of_ends;
CREATE PROCEDURE vault.create_link(
    link text, left_end text, right_end text, single_valued boolean DEFAULT false)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    CALL vault.create_link_without_labels_of_ends(link, left_end, right_end, single_valued);
    CALL vault.carry_labels_of_ends(link);
END
$$;

CALL vault.carry_labels_of_ends('facility_operator');
CALL vault.carry_labels_of_ends('facility_programme');
CALL vault.carry_labels_of_ends('weapon_system_facility');
CALL vault.carry_labels_of_ends('weapon_system_developer');
CALL vault.carry_labels_of_ends('agreement_system');
CALL vault.carry_labels_of_ends('agreement_firm');
CALL vault.carry_labels_of_ends('agreement_party');
CALL vault.carry_labels_of_ends('agreement_announcer');
CALL vault.carry_labels_of_ends('agreement_programme');
CALL vault.carry_labels_of_ends('allocation_provider');
CALL vault.carry_labels_of_ends('allocation_receiver');
CALL vault.carry_labels_of_ends('allocation_programme');
CALL vault.carry_labels_of_ends('partner_firm_source');
CALL vault.carry_labels_of_ends('production_facility_source');
CALL vault.carry_labels_of_ends('weapon_system_source');
CALL vault.carry_labels_of_ends('agreement_source');
CALL vault.carry_labels_of_ends('programme_source');
CALL vault.carry_labels_of_ends('allocation_source');
CALL vault.carry_labels_of_ends('fundraising_campaign_source');
CALL vault.carry_labels_of_ends('organisation_source');
CALL vault.carry_labels_of_ends('person_source');
CALL vault.carry_labels_of_ends('statement_source');
CALL vault.carry_labels_of_ends('country_source');

CALL vault.generate_views();
