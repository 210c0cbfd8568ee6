-- The past of records: views of their changes, and of the records as they stood at an instant. Both show what the views of the
-- present show today, and of that only what the caller could have read then: a change is shown if today's labels and those of
-- then are readable, of the record and of all that it refers to.
SET ROLE registry_owner;

-- Names and ids of the API, for the generators and in the views. The names of tables and columns are in lower case.
CREATE FUNCTION registry.pascal_case(name text) RETURNS text
IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN replace(initcap(replace(name, '_', ' ') COLLATE "C"), ' ', '');

CREATE FUNCTION registry.camel_case(name text) RETURNS text
IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN lower(left(name, 1) COLLATE "C") || substr(registry.pascal_case(name), 2);

-- The global id of a record: base64url of "Type:uuid" without padding.
CREATE FUNCTION registry.global_id(type text, id text) RETURNS text
IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN translate(encode(convert_to(type || ':' || id, 'UTF8'), 'base64'), E'+/=\n', '-_');

GRANT EXECUTE ON FUNCTION registry.pascal_case(text), registry.camel_case(text), registry.global_id(text, text) TO registry_app;

-- The bitmap of the caller's labels, evaluated once for each statement.
CREATE FUNCTION vault.reads(label text) RETURNS text
IMMUTABLE LANGUAGE sql
RETURN format('get_bit((SELECT registry.readable()), %s) <> 0', label);

-- The condition under which a change may be shown, as far as its labels of then decide.
CREATE FUNCTION vault.is_change_readable() RETURNS text
IMMUTABLE LANGUAGE sql
RETURN format(E'%s AND %s\n    AND (change.end_labels IS NULL OR (SELECT bool_and(%s) FROM unnest(change.end_labels) AS held))',
    vault.reads('change.label_of_record'), vault.reads('change.label_after'), vault.reads('held'));

-- The values of a change by the names of the API, as an SQL expression; null if there are none. The row of a creation has the
-- values under the record's label; what has been classified since is left out of it.
CREATE FUNCTION vault.shown_values(relation regclass, object text) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    WITH member AS (
        SELECT written.ordinal, written.field, format('%L, %s', registry.camel_case(written.name),
            CASE WHEN written.is_end THEN
                    format('registry.global_id(%L, %s ->> %L)', registry.pascal_case(target.relname), object, written.name)
                -- The API has exact numbers as texts.
                WHEN attribute.atttypid = 'numeric'::regtype THEN format('%s ->> %L', object, written.name)
                ELSE format('%s -> %L', object, written.name) END) AS pair
        FROM vault.written_column(relation) AS written
        JOIN pg_attribute AS attribute ON attribute.attrelid = relation AND attribute.attname = written.name
        LEFT JOIN vault.foreign_key(relation) AS reference ON reference.column_name = written.name
        LEFT JOIN pg_class AS target ON target.oid = reference.target
    )
    SELECT format('nullif(jsonb_strip_nulls(CASE WHEN change.field IS NULL THEN %s ELSE %s END), ''{}'')',
        coalesce('jsonb_build_object(' || string_agg(pair, ', ' ORDER BY ordinal) FILTER (WHERE field IS NULL) || ')', '''{}'''),
        coalesce('jsonb_build_object(' || string_agg(pair, ', ' ORDER BY ordinal) || ')', '''{}'''))
    FROM member
$$;

-- The tables whose rows are in the history of a table's records: itself, its parts and its links.
CREATE FUNCTION vault.table_in_history(relation regclass) RETURNS TABLE (subject regclass, name text)
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT relation, relname::text FROM pg_class WHERE oid = relation
    UNION
    SELECT referring.oid::regclass, referring.relname
    FROM pg_constraint AS reference JOIN pg_class AS referring ON referring.oid = reference.conrelid
    WHERE reference.confrelid = relation AND reference.contype = 'f'
        AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = referring.oid AND attname = 'label')
$$;

-- One of several expressions, by the table that a change is of.
CREATE FUNCTION vault.by_table(names text[], expressions text[]) RETURNS text
IMMUTABLE LANGUAGE sql
RETURN (SELECT 'CASE change.concept' || string_agg(format(E'\n        WHEN %L THEN %s', name, expression), '' ORDER BY name) || ' END'
    FROM unnest(names, expressions) AS arm (name, expression));

-- The view with all records of a table that the caller may see today, those that have been removed included.
CREATE FUNCTION vault.present(relation regclass) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp
RETURN (SELECT relname || CASE WHEN vault.is_removable(relation) THEN '_with_removed' ELSE '' END FROM pg_class WHERE oid = relation);

-- How what has changed stands today: what is withheld of it, and the labels under which the rest is read.
CREATE TYPE vault.standing AS (withheld text[], labels integer[]);

-- That of the row that a change is of, as an SQL expression; null if the row is hidden.
CREATE FUNCTION vault.standing(relation regclass) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp
RETURN format('(SELECT ROW(shown.withheld, ARRAY[shown.label%s] || %s)::vault.standing FROM registry.%I AS shown WHERE shown.id = change.record)',
    (SELECT format(', CASE change.field %s END', string_agg(format('WHEN %L THEN shown.%I', field, field_label), ' ' ORDER BY field))
        FROM vault.written_field(relation) HAVING count(*) > 0),
    vault.end_labels_expression(relation, 'shown'),
    vault.present(relation));

-- The history of records, with their parts and links. What has been hidden since is not in it, nor what the change showed only
-- to others then.
CREATE FUNCTION vault.change_view(relation regclass) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT format($view$SELECT place.record, place.id, place.at,
    registry.pascal_case(change.concept) AS type,
    CASE WHEN change.label_before IS NULL THEN 'CREATED'
        WHEN change.label_before <> change.label_after THEN 'RECLASSIFIED'
        WHEN change.field = 'removed' THEN 'REMOVED'
        WHEN change.field = 'withdrawn_on' THEN
            CASE WHEN change.after ->> 'withdrawn_on' IS NULL THEN 'RESTORED' ELSE 'WITHDRAWN' END
        ELSE 'UPDATED' END AS operation,
    CASE WHEN change.field <> 'removed' THEN registry.camel_case(change.field) END AS field,
    change.label_after AS label,
    CASE WHEN %1$s THEN %2$s END AS before,
    %3$s AS after,
    write.reason,
    CASE WHEN write.subject IS NULL THEN 'OPERATOR' WHEN change.label_after = 0 THEN 'REGISTRAR' ELSE 'ORIGINATOR' END AS role,
    -- What only some are told has a label, so the writer of a public change is named to nobody.
    CASE WHEN write.nation = current_setting('registry.entered', true) AND change.label_after <> 0 THEN write.subject END AS author,
    array_remove(ARRAY[change.label_of_record, change.label_after, CASE WHEN %1$s THEN change.label_before END]
        || change.end_labels || (today.standing).labels, 0) AS labels
FROM vault.change_of AS place
JOIN vault.change AS change ON change.ordinal = place.change
JOIN vault.write AS write ON write.ordinal = change.write
CROSS JOIN LATERAL (SELECT %4$s AS standing OFFSET 0) AS today
WHERE %5$s
    AND (today.standing).withheld IS NOT NULL
    AND (change.field IS NULL OR registry.camel_case(change.field) <> ALL ((today.standing).withheld))$view$,
        vault.reads('change.label_before'),
        vault.by_table(array_agg(name), array_agg(vault.shown_values(subject, 'change.before'))),
        vault.by_table(array_agg(name), array_agg(vault.shown_values(subject, 'change.after'))),
        vault.by_table(array_agg(name), array_agg(vault.standing(subject))),
        vault.is_change_readable())
    FROM vault.table_in_history(relation)
$$;

-- The instant of which the views of the past are; null for the present.
CREATE FUNCTION vault.instant() RETURNS text
IMMUTABLE LANGUAGE sql
RETURN '(SELECT nullif(current_setting(''registry.as_of'', true), '''')::timestamptz)';

-- The history as it was then.
CREATE FUNCTION vault.change_as_of_view(relation regclass) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT format(E'SELECT * FROM registry.%I AS shown WHERE shown.at <= %s', relname || '_change', vault.instant())
    FROM pg_class WHERE oid = relation
$$;

-- Records as they stood: the changes since are undone, for each field the first of them, from which it has the value before. A
-- value or a label of then that the caller may not read is withheld. A record that did not exist yet is not there, nor is one that
-- the caller could not read then or at any time since, when hidden changes may have been made, nor one that refers to such a record.
CREATE FUNCTION vault.as_of_view(relation regclass) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    WITH shown AS (
        SELECT member.name, member.ordinal,
            CASE WHEN member.name = 'id' OR written.is_end THEN format('shown.%I', member.name)
                WHEN attribute.attgenerated <> '' THEN
                    format('registry.folded(stood.%I) AS %I', left(member.name, -7), member.name)
                ELSE format('stood.%I', member.name) END
            -- For the log: what was under one label then and is under another now is read under both.
            || CASE WHEN member.is_label OR member.name = 'label' THEN
                format(', CASE WHEN stood.%1$I IS NOT NULL THEN shown.%1$I END AS %2$I', member.name, member.name || '_now')
                ELSE '' END AS expression
        FROM vault.table_column(relation) AS member
        JOIN pg_attribute AS attribute ON attribute.attrelid = relation AND attribute.attnum = member.ordinal
        LEFT JOIN vault.written_column(relation) AS written ON written.name = member.name
        WHERE member.name NOT IN (SELECT name FROM vault.carried_label(relation))
    )
    SELECT format($view$SELECT %1$s, stood.withheld
FROM registry.%2$I AS shown
LEFT JOIN LATERAL (
    SELECT bool_or(first.is_absent) AS is_absent,
        jsonb_object_agg(member.name, member.value) FILTER (WHERE member.name IS NOT NULL) AS columns,
        array_agg(DISTINCT registry.camel_case(first.field)) FILTER (WHERE NOT first.was_readable AND first.field IS NOT NULL)
            AS withheld
    FROM (
        SELECT DISTINCT ON (change.field) change.field, change.before, change.after, change.label_before,
            (%3$s) IS TRUE AS was_readable,
            bool_or(change.field IS NULL OR change.field = 'label' AND (%3$s) IS NOT TRUE) OVER () AS is_absent
        FROM vault.change AS change
        WHERE change.record = shown.id AND change.at > %4$s
            AND %5$s
            AND (change.field IS NULL OR registry.camel_case(change.field) <> ALL (shown.withheld))
        ORDER BY change.field, change.ordinal
    ) AS first
    LEFT JOIN LATERAL (
        SELECT given.name, CASE WHEN first.was_readable THEN first.before -> given.name END AS value
        FROM jsonb_object_keys(first.after) AS given (name)
        UNION ALL
        SELECT labelled.column_name, CASE WHEN first.was_readable THEN to_jsonb(first.label_before) END
        FROM (VALUES ('label', 'label')%6$s) AS labelled (field, column_name) WHERE labelled.field = first.field
    ) AS member ON true
) AS since ON true
CROSS JOIN LATERAL jsonb_populate_record(shown, coalesce(since.columns, '{}')
    || jsonb_build_object('withheld', shown.withheld || coalesce(since.withheld, '{}'))) AS stood
WHERE since.is_absent IS NOT TRUE%8$s%7$s$view$,
        (SELECT string_agg(expression, ', ' ORDER BY ordinal) FROM shown),
        vault.present(relation),
        vault.reads('change.label_before'),
        vault.instant(),
        vault.is_change_readable(),
        (SELECT string_agg(format(', (%L, %L)', field, field_label), '' ORDER BY field) FROM vault.written_field(relation)),
        (SELECT string_agg(format(E'\n    AND (shown.%1$I IS NULL OR EXISTS (SELECT FROM registry.%2$I AS referred WHERE referred.id = shown.%1$I))',
                reference.column_name, target.relname || '_as_of'), '' ORDER BY reference.column_name)
            FROM vault.foreign_key(relation) AS reference JOIN pg_class AS target ON target.oid = reference.target
            WHERE reference.target_is_labelled),
        CASE WHEN vault.is_removable(relation) THEN ' AND NOT stood.removed' END)
$$;
