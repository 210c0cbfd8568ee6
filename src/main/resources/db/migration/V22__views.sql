-- The views that the service reads. One generator creates all of them from the columns of the tables, so that no classified
-- column can be forgotten. A migration that changes a table ends with CALL vault.generate_views(), so that table and view
-- change in one transaction. Everything that the generator needs is therefore in numbered migrations.
SET ROLE registry_owner;

-- For the database check at start: digests of each generated definition and guard, and of the view that PostgreSQL stored
-- for it.
CREATE TABLE vault.generated_view (
    name text PRIMARY KEY,
    definition_digest text NOT NULL,
    view_digest text NOT NULL,
    guard_digest text
);
COMMENT ON COLUMN vault.generated_view.guard_digest IS 'Null for a view that nobody writes through.';
-- The digest of the catalogue at the last check that found all views as generated.
CREATE TABLE vault.checked_catalogue (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    digest bytea NOT NULL
);
INSERT INTO vault.unlabelled_table (name, kind) VALUES ('generated_view', 'INTERNAL'), ('checked_catalogue', 'INTERNAL');

-- The condition under which a row is shown, in a form that PostgreSQL evaluates during the table scan.
CREATE FUNCTION vault.is_row_readable(label_column text) RETURNS text
IMMUTABLE LANGUAGE sql
RETURN vault.reads(format('record.%I', label_column));

-- The condition under which a field is shown. A subquery for each field would be evaluated separately, more than ten times
-- for some records, so the fields share the single row of a join. PostgreSQL removes the join from statements that use none of
-- these fields, such as counts, because it is a LEFT JOIN and GROUP BY () proves that there is exactly one row.
CREATE FUNCTION vault.is_field_readable(label_column text) RETURNS text
IMMUTABLE LANGUAGE sql
RETURN format('get_bit(reader.labels, record.%I) <> 0', label_column);

CREATE FUNCTION vault.reader_join() RETURNS text
IMMUTABLE LANGUAGE sql
RETURN E'\nLEFT JOIN (SELECT registry.readable() AS labels GROUP BY ()) AS reader ON true';

-- A record is shown if its own label is readable, it has not been removed, and every record that it refers to is shown. The
-- latter is decided by the carried label of that record, or else by that record's view. The views of the past need what has
-- been removed since.
CREATE FUNCTION vault.record_view(relation regclass, with_removed boolean DEFAULT false) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    WITH carried AS MATERIALIZED (
        SELECT name, column_name FROM vault.carried_label(relation) WHERE vault.is_shown_by_label(target)
    )
    SELECT format(E'SELECT %s,\n    %s AS withheld%s\nFROM %s AS record%s%s\nWHERE %s%s',
        (SELECT string_agg(
                CASE WHEN field_label IS NULL THEN format('record.%I', name)
                    ELSE format('CASE WHEN %s THEN record.%I END AS %2$I', vault.is_field_readable(field_label), name) END,
                E',\n    ' ORDER BY ordinal)
            FROM vault.table_column(relation) WHERE name NOT IN (SELECT name FROM vault.carried_label(relation))),
        (SELECT coalesce('array_remove(ARRAY[' || string_agg(
                format('CASE WHEN %s THEN NULL ELSE %L END', vault.is_field_readable(name), registry.camel_case(field)),
                ', ' ORDER BY ordinal) || '], NULL)', '''{}''::text[]')
            FROM vault.table_column(relation) WHERE is_label),
        CASE WHEN with_removed THEN ', record.removed' END,
        relation,
        (SELECT string_agg(format(E'\nJOIN registry.%I AS %I ON %2$I.id = record.%2$I', target_table.relname, column_name),
                '' ORDER BY column_name)
            FROM vault.foreign_key(relation) JOIN pg_class AS target_table ON target_table.oid = target
            WHERE target_is_labelled AND column_name NOT IN (SELECT column_name FROM carried)),
        (SELECT vault.reader_join() WHERE EXISTS (SELECT FROM vault.table_column(relation) WHERE is_label)),
        (SELECT string_agg(vault.is_row_readable(name), ' AND ')
            FROM (SELECT 'label' AS name UNION ALL SELECT name FROM carried) AS decisive),
        CASE WHEN vault.is_removable(relation) AND NOT with_removed THEN ' AND NOT record.removed' END)
$$;

CREATE FUNCTION vault.reference_view(relation regclass) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT format('SELECT %s FROM %s AS record', string_agg(format('record.%I', name), ', ' ORDER BY ordinal), relation)
    FROM vault.table_column(relation)
$$;

-- The readable labels of a record's classified fields, one row per field; of the past, with that of now beside that of then.
CREATE FUNCTION vault.portion_view(relation regclass, is_past boolean DEFAULT false) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT format(E'SELECT record.id AS record, portion.*\nFROM registry.%I AS record\n'
            'CROSS JOIN LATERAL (VALUES %s) AS portion (field, label%s)\nWHERE portion.label IS NOT NULL',
        relname || CASE WHEN is_past THEN '_as_of' ELSE '' END,
        (SELECT string_agg(format(CASE WHEN is_past THEN '(%L, record.%I, record.%I)' ELSE '(%L, record.%I)' END,
                    registry.camel_case(field), name, name || '_now'), ', ' ORDER BY ordinal)
            FROM vault.table_column(relation) WHERE is_label),
        CASE WHEN is_past THEN ', label_now' ELSE '' END)
    FROM pg_class WHERE oid = relation
$$;

-- The records that are the same but for the label, as links from each to the others: a writer who could not see one has
-- entered the other. Both ends are seen by who is cleared for both.
CREATE FUNCTION vault.conflict_view(relation regclass, is_past boolean DEFAULT false) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT format(E'SELECT record.id, other.label%4$s, record.id AS %1$I, other.id AS conflicting\n'
            'FROM registry.%3$I AS record\nJOIN registry.%3$I AS other ON other.id <> record.id AND (%2$s)',
        (SELECT relname FROM pg_class WHERE oid = relation),
        string_agg(vault.is_same(columns, required, nulls_not_distinct, 'other', 'record'), ' OR ' ORDER BY name),
        (SELECT relname || CASE WHEN is_past THEN '_as_of' ELSE '' END FROM pg_class WHERE oid = relation),
        CASE WHEN is_past THEN ', other.label_now' ELSE '' END)
    FROM vault.uniqueness_per_label(relation) HAVING count(*) > 0
$$;

-- A label shows today's level. A succession that has taken effect is no longer shown as planned.
CREATE FUNCTION vault.label_view() RETURNS text
IMMUTABLE LANGUAGE sql
RETURN $$SELECT record.id, record.policy,
    CASE WHEN today.is_due THEN record.succession_to ELSE record.classification END AS classification,
    record.releasable_to,
    record.special_handling,
    record.originator_nation,
    CASE WHEN today.is_due THEN NULL ELSE record.succession_on END AS succession_on,
    CASE WHEN today.is_due THEN NULL ELSE record.succession_to END AS succession_to,
    CASE WHEN today.is_due THEN record.succession_marking ELSE record.marking END AS marking
FROM vault.confidentiality_label AS record
CROSS JOIN LATERAL (SELECT record.succession_on <= (now() AT TIME ZONE 'Europe/Vilnius')::date AS is_due) AS today
WHERE $$ || vault.is_row_readable('id');

-- The log for auditors: who read what, under which label and with which clearance, without values. Auditors see the readers of
-- the nations that they audit; other callers see nothing.
CREATE FUNCTION vault.disclosure_view() RETURNS text
IMMUTABLE LANGUAGE sql
RETURN $$SELECT reading.id, reading.at, reading.issuer, reading.subject, reading.nation,
    (ARRAY['RESTRICTED', 'CONFIDENTIAL', 'SECRET', 'TOP_SECRET'])[reading.level] AS level,
    reading.compartments, reading.operation_name, reading.operation_hash, reading.request_id, reading.refusal
FROM vault.reading AS reading
WHERE reading.nation = ANY (registry.audited())$$;

-- Records have their id in the API. Labels are shown as of the day of the reading.
CREATE FUNCTION vault.disclosed_value_view() RETURNS text
IMMUTABLE LANGUAGE sql
RETURN $$SELECT reading.id || '/' || lpad(entry.ordinal::text, 6, '0') AS id, reading.id AS disclosure,
    split_part(read.name, ' ', 1) AS use, split_part(read.name, ' ', 2) AS field,
    registry.global_id(split_part(split_part(read.name, ' ', 2), '.', 1), entry.record::text) AS record,
    entry.label AS label_version,
    CASE WHEN was.due THEN label.succession_to ELSE label.classification END AS classification,
    CASE WHEN was.due THEN label.succession_marking ELSE label.marking END AS marking
FROM vault.reading AS reading
CROSS JOIN LATERAL registry.reading_entry(reading.entries) AS entry
CROSS JOIN LATERAL (SELECT reading.reads[entry.read] AS name) AS read
LEFT JOIN vault.confidentiality_label AS label ON label.id = entry.label
CROSS JOIN LATERAL (SELECT label.succession_on <= (reading.at AT TIME ZONE 'Europe/Vilnius')::date AS due) AS was
WHERE reading.nation = ANY (registry.audited())$$;

-- The definitions of all views. The ordinal of a view is greater than those of the views that it reads.
CREATE FUNCTION vault.view_definition() RETURNS TABLE (name text, definition text, guard text, ordinal integer)
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    WITH RECURSIVE depth AS (
        SELECT class.oid::regclass AS relation, 0 AS ordinal
        FROM pg_class AS class WHERE class.relnamespace = 'vault'::regnamespace AND class.relkind IN ('r', 'p')
        UNION
        SELECT reference.conrelid::regclass, depth.ordinal + 1
        FROM depth JOIN pg_constraint AS reference ON reference.confrelid = depth.relation AND reference.contype = 'f'
        WHERE depth.relation <> 'vault.confidentiality_label'::regclass
            AND reference.conrelid <> 'vault.confidentiality_label'::regclass
            -- Circular references have no order in which to create their views; CREATE VIEW fails on them.
            AND depth.ordinal < 32
    ), shown AS (
        SELECT depth.relation, class.relname AS name, unlabelled.kind, max(depth.ordinal) AS ordinal
        FROM depth
        JOIN pg_class AS class ON class.oid = depth.relation
        LEFT JOIN vault.unlabelled_table AS unlabelled ON unlabelled.name = class.relname
        WHERE unlabelled.kind IS DISTINCT FROM 'INTERNAL'
        GROUP BY depth.relation, class.relname, unlabelled.kind
    )
    SELECT shown.name,
        CASE WHEN shown.name = 'confidentiality_label' THEN vault.label_view()
            WHEN shown.kind = 'REFERENCE' THEN vault.reference_view(shown.relation)
            ELSE vault.record_view(shown.relation) END,
        CASE WHEN shown.kind IS NULL AND shown.name <> 'confidentiality_label' THEN
            vault.guard_definition(shown.relation) END,
        shown.ordinal
    FROM shown
    UNION ALL
    SELECT shown.name || '_portion', vault.portion_view(shown.relation), NULL, shown.ordinal + 1
    FROM shown
    WHERE shown.kind IS NULL AND shown.name <> 'confidentiality_label'
        AND EXISTS (SELECT FROM vault.table_column(shown.relation) WHERE is_label)
    UNION ALL
    SELECT shown.name || '_conflict', conflict.definition, NULL, shown.ordinal + 1
    FROM shown CROSS JOIN LATERAL vault.conflict_view(shown.relation) AS conflict (definition)
    WHERE shown.kind IS NULL AND shown.name <> 'confidentiality_label' AND conflict.definition IS NOT NULL
    UNION ALL
    SELECT shown.name || '_conflict_as_of', conflict.definition, NULL, shown.ordinal + 2
    FROM shown CROSS JOIN LATERAL vault.conflict_view(shown.relation, true) AS conflict (definition)
    WHERE shown.kind IS NULL AND shown.name <> 'confidentiality_label' AND conflict.definition IS NOT NULL
    UNION ALL
    SELECT shown.name || '_with_removed', vault.record_view(shown.relation, true), NULL, shown.ordinal
    FROM shown
    WHERE shown.kind IS NULL AND shown.name <> 'confidentiality_label' AND vault.is_removable(shown.relation)
    UNION ALL
    SELECT shown.name || '_change', vault.change_view(shown.relation), NULL, 100
    FROM shown
    WHERE shown.kind IS NULL AND shown.name <> 'confidentiality_label' AND NOT vault.is_link(shown.relation)
    UNION ALL
    SELECT shown.name || '_as_of', vault.as_of_view(shown.relation), NULL, shown.ordinal + 1
    FROM shown
    WHERE shown.kind IS NULL AND shown.name <> 'confidentiality_label'
    UNION ALL
    SELECT shown.name || '_portion_as_of', vault.portion_view(shown.relation, true), NULL, shown.ordinal + 2
    FROM shown
    WHERE shown.kind IS NULL AND shown.name <> 'confidentiality_label'
        AND EXISTS (SELECT FROM vault.table_column(shown.relation) WHERE is_label)
    UNION ALL
    SELECT shown.name || '_change_as_of', vault.change_as_of_view(shown.relation), NULL, 101
    FROM shown
    WHERE shown.kind IS NULL AND shown.name <> 'confidentiality_label' AND NOT vault.is_link(shown.relation)
    UNION ALL
    VALUES ('disclosure', vault.disclosure_view(), NULL, 0), ('disclosed_value', vault.disclosed_value_view(), NULL, 0)
$$;

CREATE FUNCTION vault.digest(content text) RETURNS text
IMMUTABLE LANGUAGE sql
RETURN encode(sha256(convert_to(content, 'UTF8')), 'hex');

CREATE FUNCTION vault.view_digest(view_name text) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT vault.digest(concat_ws(E'\n', class.relkind, class.reloptions, pg_get_viewdef(class.oid)))
    FROM pg_class AS class WHERE class.relnamespace = 'registry'::regnamespace AND class.relname = view_name
$$;

-- For migrations that drop a column of a view or change its type; generate_views calls it too.
CREATE PROCEDURE vault.drop_views()
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    names text := (SELECT string_agg(format('registry.%I', name), ', ') FROM vault.generated_view);
BEGIN
    IF names IS NOT NULL THEN
        EXECUTE 'DROP VIEW IF EXISTS ' || names;
    END IF;
    DELETE FROM vault.generated_view;
END
$$;

-- Checks every table, adds what its texts, amounts and removals need, and creates all recorders, views and guards again. It is SECURITY DEFINER so that
-- registry_owner owns the views, whoever calls it.
CREATE PROCEDURE vault.generate_views()
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    relation record;
    view record;
BEGIN
    FOR relation IN
        SELECT class.oid::regclass AS name, unlabelled.kind, class.relname = 'confidentiality_label' AS is_label,
            class.relkind IN ('r', 'p') AND NOT class.relispartition AS is_table,
            EXISTS (SELECT FROM pg_attribute WHERE attrelid = class.oid AND attname = 'label') AS is_labelled
        FROM pg_class AS class
        LEFT JOIN vault.unlabelled_table AS unlabelled ON unlabelled.name = class.relname
        WHERE class.relnamespace = 'vault'::regnamespace AND class.relkind IN ('r', 'p', 'f', 'm', 'v')
        ORDER BY class.relname
    LOOP
        IF relation.is_labelled AND relation.kind = 'REFERENCE'
                OR NOT relation.is_labelled AND NOT relation.is_label AND relation.kind IS NULL THEN
            RAISE EXCEPTION 'table % needs either a label or a row in vault.unlabelled_table', relation.name;
        END IF;
        IF relation.is_labelled AND relation.kind IS NULL AND vault.is_shown_by_label(relation.name) THEN
            CALL vault.prepare_withdrawal(relation.name);
        END IF;
        IF relation.is_table AND relation.kind IS DISTINCT FROM 'INTERNAL' THEN
            CALL vault.prepare_texts(relation.name);
            CALL vault.prepare_amounts(relation.name);
        END IF;
        IF relation.is_labelled AND relation.kind IS NULL THEN
            PERFORM vault.check_table(relation.name);
            CALL vault.prepare_removal(relation.name);
            CALL vault.create_recorder(relation.name);
        END IF;
        IF relation.kind = 'REFERENCE' THEN
            CALL vault.follow_reference_data(relation.name);
        END IF;
    END LOOP;

    CALL vault.drop_views();
    FOR view IN SELECT * FROM vault.view_definition() ORDER BY ordinal, name LOOP
        EXECUTE format('CREATE VIEW registry.%I AS %s', view.name, view.definition);
        EXECUTE format('GRANT SELECT ON registry.%I TO registry_app', view.name);
        IF view.guard IS NOT NULL THEN
            CALL vault.create_guard(view.name, view.guard);
        END IF;
        INSERT INTO vault.generated_view (name, definition_digest, view_digest, guard_digest)
            VALUES (view.name, vault.digest(view.definition), vault.view_digest(view.name), vault.digest(view.guard));
    END LOOP;
END
$$;

CALL vault.generate_views();
