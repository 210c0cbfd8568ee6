-- Views are generated from the columns of their tables, so the names and references of the columns define what is
-- classified. These functions read that definition, and reject a table whose view would show too much.
SET ROLE registry_owner;

-- A table without a label needs a row here. REFERENCE data is public; an INTERNAL table has no view.
CREATE TABLE vault.unlabelled_table (
    name text PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('REFERENCE', 'INTERNAL'))
);
INSERT INTO vault.unlabelled_table (name, kind) VALUES
    ('country', 'REFERENCE'),
    ('classification_level', 'REFERENCE'),
    ('level_equivalence', 'REFERENCE'),
    ('life_cycle', 'REFERENCE'),
    ('need_to_know', 'INTERNAL'),
    ('label_set_by_level', 'INTERNAL'),
    ('label_set_by_nation', 'INTERNAL'),
    ('label_set_by_compartment', 'INTERNAL'),
    ('unlabelled_table', 'INTERNAL');

-- The columns of a table, each with the label that classifies it: x_label classifies x and every x_<suffix>. The column
-- removed is left out, because views and guards use it and do not show it.
CREATE FUNCTION vault.table_column(relation regclass)
RETURNS TABLE (name text, ordinal smallint, is_label boolean, field text, field_label text)
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT attribute.attname::text, attribute.attnum, attribute.attname ~ '_label$', twin.field, twin.name
    FROM pg_attribute AS attribute
    LEFT JOIN LATERAL (
        SELECT candidate.attname::text AS name, left(candidate.attname, -6) AS field
        FROM pg_attribute AS candidate
        WHERE candidate.attrelid = relation AND candidate.attnum > 0 AND NOT candidate.attisdropped
            AND candidate.attname ~ '_label$'
            AND (attribute.attname = left(candidate.attname, -6)
                OR starts_with(attribute.attname, left(candidate.attname, -5)))
    ) AS twin ON true
    WHERE attribute.attrelid = relation AND attribute.attnum > 0 AND NOT attribute.attisdropped
        AND attribute.attname <> 'removed'
    ORDER BY attribute.attnum
$$;

-- The columns that carry the label of a referenced record: those that a composite foreign key keeps equal to it.
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

CREATE FUNCTION vault.foreign_key(relation regclass)
RETURNS TABLE (column_name text, target regclass, columns integer, optional boolean, target_is_labelled boolean)
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT attribute.attname::text, reference.confrelid::regclass, cardinality(reference.conkey), NOT attribute.attnotnull,
        EXISTS (SELECT FROM pg_attribute AS label WHERE label.attrelid = reference.confrelid AND label.attname = 'label')
    FROM pg_constraint AS reference
    JOIN pg_attribute AS attribute ON attribute.attrelid = reference.conrelid AND attribute.attnum = ANY (reference.conkey)
    WHERE reference.conrelid = relation AND reference.contype = 'f'
        -- A composite foreign key with a label only repeats another foreign key.
        AND reference.oid NOT IN (SELECT carried.reference FROM vault.carried_label(relation) AS carried)
    ORDER BY attribute.attnum
$$;

-- Whether the visibility of a record depends only on its own label.
CREATE FUNCTION vault.is_shown_by_label(relation regclass) RETURNS boolean
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp
RETURN NOT EXISTS (SELECT FROM vault.foreign_key(relation) WHERE target_is_labelled);

-- Parts and links are not deleted, because their history is kept: they are removed, and then the views leave them out.
CREATE FUNCTION vault.is_removable(relation regclass) RETURNS boolean
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp
RETURN EXISTS (SELECT FROM pg_attribute WHERE attrelid = relation AND attname = 'removed' AND NOT attisdropped);

-- A record that was entered in error is withdrawn, with a reason, and can be restored. It is shown, since others may know it.
CREATE FUNCTION vault.is_withdrawable(relation regclass) RETURNS boolean
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp
RETURN EXISTS (SELECT FROM pg_attribute WHERE attrelid = relation AND attname = 'withdrawn_on' AND NOT attisdropped);

-- Makes the records of a table withdrawable: generate_views does so with all tables that refer to no other records. Nearly
-- all rows are in force, so the indexes are of the others.
CREATE PROCEDURE vault.prepare_withdrawal(relation regclass)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    table_name text := (SELECT relname FROM pg_class WHERE oid = relation);
BEGIN
    IF NOT vault.is_withdrawable(relation) THEN
        EXECUTE format('ALTER TABLE %s ADD COLUMN withdrawn_on date, '
            'ADD COLUMN withdrawal_reason text CHECK (char_length(withdrawal_reason) BETWEEN 1 AND 20000), '
            'ADD CONSTRAINT withdrawal_has_a_reason CHECK (num_nulls(withdrawn_on, withdrawal_reason) <> 1)', relation);
        EXECUTE format('CREATE INDEX %I ON %s (withdrawn_on, id) WHERE withdrawn_on IS NOT NULL',
            table_name || '_withdrawn_on_idx', relation);
    END IF;
END
$$;

-- Makes the rows of a table that refers to records removable. What has been removed must not prevent the same from being
-- entered again, so what is unique for a label is so among the other rows only.
CREATE PROCEDURE vault.prepare_removal(relation regclass)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    uniqueness record;
BEGIN
    IF vault.is_shown_by_label(relation) OR vault.is_withdrawable(relation) THEN
        RETURN;
    END IF;
    IF NOT vault.is_removable(relation) THEN
        EXECUTE format('ALTER TABLE %s ADD COLUMN removed boolean NOT NULL DEFAULT false', relation);
    END IF;
    FOR uniqueness IN
        SELECT rule.conname AS name, keys.indnullsnotdistinct AS nulls_not_distinct,
            (SELECT string_agg(quote_ident(attname), ', ' ORDER BY ordinal)
                FROM unnest(rule.conkey) WITH ORDINALITY AS key (attnum, ordinal)
                JOIN pg_attribute AS attribute ON attribute.attrelid = relation AND attribute.attnum = key.attnum) AS columns
        FROM pg_constraint AS rule
        JOIN pg_index AS keys ON keys.indexrelid = rule.conindid
        JOIN pg_attribute AS label
            ON label.attrelid = relation AND label.attname = 'label' AND label.attnum = rule.conkey[1]
        WHERE rule.conrelid = relation AND rule.contype = 'u'
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', relation, uniqueness.name);
        EXECUTE format('CREATE UNIQUE INDEX %I ON %s (%s)%s WHERE NOT removed', uniqueness.name, relation,
            uniqueness.columns, CASE WHEN uniqueness.nulls_not_distinct THEN ' NULLS NOT DISTINCT' ELSE '' END);
    END LOOP;
END
$$;

-- Raises an error for the first mistake in a table's columns. An optional reference to a record that can be hidden needs
-- the target's label in the table: a view that joined the target would omit the records without a reference.
CREATE FUNCTION vault.check_table(relation regclass) RETURNS void
STABLE LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    mistake text;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0]
            WHERE indrelid = relation AND indisprimary AND indnkeyatts = 1
                AND attname = 'id' AND atttypid = 'uuid'::regtype) THEN
        RAISE EXCEPTION '% has no primary key id uuid', relation;
    END IF;
    SELECT format('%s.%s ', relation, member.name) || CASE
        WHEN member.name ~ '(^|_)label$' AND NOT member.refers_to_label THEN 'is named like a label and refers to none'
        WHEN member.name ~ '(^|_)label$' AND NOT member.required THEN 'is a label that can be absent'
        WHEN member.name !~ '(^|_)label$' AND member.refers_to_label THEN 'refers to a label and is not named like one'
        WHEN member.is_label AND NOT member.classifies THEN 'is a label that classifies nothing'
        WHEN member.labels > 1 THEN 'is classified by two labels'
        WHEN member.hides_reference THEN 'refers to a record that can be hidden: make it a link, or carry its label'
        WHEN member.refers_to_internal THEN 'refers to an internal table'
        WHEN member.name = 'withheld' THEN 'has the name of a column that the generator adds'
        END
    INTO mistake
    FROM (
        SELECT classified.name, classified.is_label, attribute.attnotnull AS required,
            count(*) OVER (PARTITION BY classified.name) AS labels,
            EXISTS (SELECT FROM vault.table_column(relation) AS other
                WHERE other.field_label = classified.name AND other.name <> classified.name) AS classifies,
            EXISTS (SELECT FROM vault.foreign_key(relation) AS reference WHERE reference.column_name = classified.name
                AND reference.target = 'vault.confidentiality_label'::regclass) AS refers_to_label,
            EXISTS (SELECT FROM vault.foreign_key(relation) AS reference WHERE reference.column_name = classified.name
                AND reference.target_is_labelled
                AND (reference.columns > 1 OR classified.field IS NOT NULL OR reference.optional AND NOT EXISTS (
                    SELECT FROM vault.carried_label(relation) AS carried
                    WHERE carried.column_name = classified.name AND vault.is_shown_by_label(carried.target))))
                AS hides_reference,
            EXISTS (SELECT FROM vault.foreign_key(relation) AS reference
                JOIN pg_class AS class ON class.oid = reference.target
                JOIN vault.unlabelled_table AS target ON target.name = class.relname
                WHERE reference.column_name = classified.name AND target.kind = 'INTERNAL') AS refers_to_internal
        FROM vault.table_column(relation) AS classified
        JOIN pg_attribute AS attribute ON attribute.attrelid = relation AND attribute.attname = classified.name
    ) AS member
    ORDER BY 1 NULLS LAST
    LIMIT 1;
    IF mistake IS NOT NULL THEN
        RAISE EXCEPTION '%', mistake;
    END IF;
END
$$;

-- Life cycles: from each status of a concept, those that may follow. A trigger checks them, and the API shows them.
CREATE TABLE vault.life_cycle (
    concept text NOT NULL,
    status text NOT NULL,
    next_status text NOT NULL,
    PRIMARY KEY (concept, status, next_status)
);

-- Refuses a change of status that no life cycle has, whoever makes it. The detail has the statuses that may follow.
CREATE FUNCTION vault.check_next_status() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    following text[] := ARRAY(SELECT next_status FROM vault.life_cycle
        WHERE concept = TG_TABLE_NAME AND status = OLD.status ORDER BY next_status COLLATE "C");
BEGIN
    IF NEW.status <> ALL (following) THEN
        RAISE EXCEPTION 'this status does not follow' USING ERRCODE = 'check_violation', CONSTRAINT = 'life_cycle',
            COLUMN = 'status', DETAIL = array_to_string(following, ', ');
    END IF;
    RETURN NEW;
END
$$;

-- Gives a table with a status its life cycle: steps such as '{DRAFT,SCREENED}' from one status to the next.
CREATE PROCEDURE vault.create_life_cycle(concept text, steps text[])
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO vault.life_cycle (concept, status, next_status)
        SELECT create_life_cycle.concept, steps[i][1], steps[i][2] FROM generate_subscripts(steps, 1) AS i;
    EXECUTE format('CREATE TRIGGER check_next_status BEFORE UPDATE OF status ON vault.%I FOR EACH ROW '
        'WHEN (NEW.status IS DISTINCT FROM OLD.status) EXECUTE FUNCTION vault.check_next_status()', concept);
END
$$;
