-- One generator makes every view in registry from the tables' own columns, so that a new classified column cannot be
-- forgotten. What it cannot place it refuses. Call vault.generate_views() at the end of each migration that touches a table.
SET ROLE registry_owner;

-- A table without a label must say what it is; a table that says INTERNAL has no view.
CREATE TABLE vault.unlabelled_table (
    name text PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('REFERENCE', 'INTERNAL'))
);
INSERT INTO vault.unlabelled_table (name, kind) VALUES
    ('country', 'REFERENCE'),
    ('classification_level', 'REFERENCE'),
    ('level_equivalence', 'REFERENCE'),
    ('need_to_know', 'INTERNAL'),
    ('label_set_by_level', 'INTERNAL'),
    ('label_set_by_nation', 'INTERNAL'),
    ('label_set_by_compartment', 'INTERNAL'),
    ('unlabelled_table', 'INTERNAL'),
    ('generated_view', 'INTERNAL');

-- What the start-up check compares: the text that the generator made, and what PostgreSQL made of it.
CREATE TABLE vault.generated_view (
    name text PRIMARY KEY,
    definition_digest text NOT NULL,
    view_digest text NOT NULL
);

CREATE FUNCTION vault.camel_case(name text) RETURNS text
IMMUTABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp
RETURN (SELECT string_agg(CASE ordinal WHEN 1 THEN word ELSE upper(left(word, 1) COLLATE "C") || substr(word, 2) END, ''
        ORDER BY ordinal)
    FROM unnest(string_to_array(name, '_')) WITH ORDINALITY AS part (word, ordinal));

-- The columns of a table, each with the label that classifies it: x_label classifies x and every x_<something>.
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
    ORDER BY attribute.attnum
$$;

CREATE FUNCTION vault.foreign_key(relation regclass)
RETURNS TABLE (column_name text, target regclass, columns integer, optional boolean, target_is_labelled boolean)
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT attribute.attname::text, reference.confrelid::regclass, cardinality(reference.conkey), NOT attribute.attnotnull,
        EXISTS (SELECT FROM pg_attribute AS label WHERE label.attrelid = reference.confrelid AND label.attname = 'label')
    FROM pg_constraint AS reference
    JOIN pg_attribute AS attribute ON attribute.attrelid = reference.conrelid AND attribute.attnum = ANY (reference.conkey)
    WHERE reference.conrelid = relation AND reference.contype = 'f'
    ORDER BY attribute.attnum
$$;

-- Refuses what would slip through: each refusal names a mistake that a migration can make.
CREATE FUNCTION vault.check_table(relation regclass) RETURNS void
STABLE LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    mistake text;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0]
            WHERE indrelid = relation AND indisprimary AND indnkeyatts = 1 AND attname = 'id' AND atttypid = 'uuid'::regtype) THEN
        RAISE EXCEPTION '% has no primary key id uuid', relation;
    END IF;
    SELECT format('%s.%s ', relation, member.name) || CASE
        WHEN member.name ~ '(^|_)label$' AND NOT member.refers_to_label THEN 'is named like a label and refers to none'
        WHEN member.name ~ '(^|_)label$' AND NOT member.required THEN 'is a label that can be absent'
        WHEN member.name !~ '(^|_)label$' AND member.refers_to_label THEN 'refers to a label and is not named like one'
        WHEN member.is_label AND NOT member.classifies THEN 'is a label that classifies nothing'
        WHEN member.labels > 1 THEN 'is classified by two labels'
        WHEN member.hides_reference THEN 'refers to a record that can be hidden: make it a link'
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
                AND (reference.optional OR reference.columns > 1 OR classified.field IS NOT NULL)) AS hides_reference,
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

CREATE FUNCTION vault.is_readable(label_column text) RETURNS text
IMMUTABLE LANGUAGE sql
RETURN format('get_bit((SELECT registry.readable()), record.%I) <> 0', label_column);

-- A record is shown where its own label is readable and every record that it refers to is itself shown.
CREATE FUNCTION vault.record_view(relation regclass) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT format(E'SELECT %s,\n    %s AS withheld\nFROM %s AS record%s\nWHERE %s',
        (SELECT string_agg(
                CASE WHEN field_label IS NULL THEN format('record.%I', name)
                    ELSE format('CASE WHEN %s THEN record.%I END AS %2$I', vault.is_readable(field_label), name) END,
                E',\n    ' ORDER BY ordinal)
            FROM vault.table_column(relation)),
        (SELECT coalesce('array_remove(ARRAY[' || string_agg(
                format('CASE WHEN %s THEN NULL ELSE %L END', vault.is_readable(name), vault.camel_case(field)),
                ', ' ORDER BY ordinal) || '], NULL)', '''{}''::text[]')
            FROM vault.table_column(relation) WHERE is_label),
        relation,
        (SELECT string_agg(format(E'\nJOIN registry.%I AS %I ON %2$I.id = record.%2$I', target_table.relname, column_name),
                '' ORDER BY column_name)
            FROM vault.foreign_key(relation) JOIN pg_class AS target_table ON target_table.oid = target
            WHERE target_is_labelled),
        vault.is_readable('label'))
$$;

-- The labels of a record's classified fields that the caller can read, one row for each.
CREATE FUNCTION vault.portion_view(relation regclass) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT format(E'SELECT record.id AS record, portion.field, portion.label\nFROM registry.%I AS record\n'
            'CROSS JOIN LATERAL (VALUES %s) AS portion (field, label)\nWHERE portion.label IS NOT NULL',
        relname,
        (SELECT string_agg(format('(%L, record.%I)', vault.camel_case(field), name), ', ' ORDER BY ordinal)
            FROM vault.table_column(relation) WHERE is_label))
    FROM pg_class WHERE oid = relation
$$;

-- A label shows the level that holds today; a succession that has fallen due is no longer planned.
CREATE FUNCTION vault.label_view() RETURNS text
IMMUTABLE LANGUAGE sql
RETURN $$SELECT record.id, record.policy,
    CASE WHEN today.is_due THEN record.succession_to ELSE record.classification END AS classification,
    record.releasable_to,
    record.special_handling,
    CASE WHEN today.is_due THEN NULL ELSE record.succession_on END AS succession_on,
    CASE WHEN today.is_due THEN NULL ELSE record.succession_to END AS succession_to,
    CASE WHEN today.is_due THEN record.succession_marking ELSE record.marking END AS marking
FROM vault.confidentiality_label AS record
CROSS JOIN LATERAL (SELECT record.succession_on <= (now() AT TIME ZONE 'Europe/Vilnius')::date AS is_due) AS today
WHERE get_bit((SELECT registry.readable()), record.id) <> 0$$;

-- Every view that ought to be there, with its text; a view's ordinal is above those of the views that it reads.
CREATE FUNCTION vault.view_definition() RETURNS TABLE (name text, definition text, ordinal integer)
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    WITH RECURSIVE depth AS (
        SELECT class.oid::regclass AS relation, 0 AS ordinal
        FROM pg_class AS class WHERE class.relnamespace = 'vault'::regnamespace AND class.relkind IN ('r', 'p')
        UNION
        SELECT reference.conrelid::regclass, depth.ordinal + 1
        FROM depth JOIN pg_constraint AS reference ON reference.confrelid = depth.relation AND reference.contype = 'f'
        WHERE depth.relation <> 'vault.confidentiality_label'::regclass
            AND reference.conrelid NOT IN ('vault.confidentiality_label'::regclass, depth.relation)
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
            WHEN shown.kind = 'REFERENCE' THEN format('SELECT * FROM %s', shown.relation)
            ELSE vault.record_view(shown.relation) END,
        shown.ordinal
    FROM shown
    UNION ALL
    SELECT shown.name || '_portion', vault.portion_view(shown.relation), shown.ordinal + 1
    FROM shown
    WHERE shown.kind IS NULL AND shown.name <> 'confidentiality_label'
        AND EXISTS (SELECT FROM vault.table_column(shown.relation) WHERE is_label)
$$;

CREATE FUNCTION vault.digest(content text) RETURNS text
IMMUTABLE LANGUAGE sql
RETURN encode(sha256(convert_to(content, 'UTF8')), 'hex');

CREATE FUNCTION vault.view_digest(view_name text) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT vault.digest(concat_ws(E'\n', class.relkind, class.reloptions, pg_get_viewdef(class.oid)))
    FROM pg_class AS class WHERE class.relnamespace = 'registry'::regnamespace AND class.relname = view_name
$$;

-- For a migration that drops or retypes a column that a view shows; generate_views calls it too.
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

-- Makes them anew. SECURITY DEFINER, so that they are registry_owner's whoever calls.
CREATE PROCEDURE vault.generate_views()
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    relation record;
    view record;
BEGIN
    FOR relation IN
        SELECT class.oid::regclass AS name, unlabelled.kind, class.relname = 'confidentiality_label' AS is_label,
            EXISTS (SELECT FROM pg_attribute WHERE attrelid = class.oid AND attname = 'label') AS is_labelled
        FROM pg_class AS class
        LEFT JOIN vault.unlabelled_table AS unlabelled ON unlabelled.name = class.relname
        WHERE class.relnamespace = 'vault'::regnamespace AND class.relkind IN ('r', 'p', 'f', 'm', 'v')
    LOOP
        IF relation.is_labelled AND relation.kind = 'REFERENCE'
                OR NOT relation.is_labelled AND NOT relation.is_label AND relation.kind IS NULL THEN
            RAISE EXCEPTION 'table % needs either a label or a row in vault.unlabelled_table', relation.name;
        END IF;
        IF relation.is_labelled AND relation.kind IS NULL THEN
            PERFORM vault.check_table(relation.name);
        END IF;
    END LOOP;

    CALL vault.drop_views();
    FOR view IN SELECT * FROM vault.view_definition() ORDER BY ordinal, name LOOP
        EXECUTE format('CREATE VIEW registry.%I AS %s', view.name, view.definition);
        EXECUTE format('GRANT SELECT ON registry.%I TO registry_app', view.name);
        INSERT INTO vault.generated_view (name, definition_digest, view_digest)
            VALUES (view.name, vault.digest(view.definition), vault.view_digest(view.name));
    END LOOP;
END
$$;
