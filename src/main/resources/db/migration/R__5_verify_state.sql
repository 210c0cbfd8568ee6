-- Rebuilds the tables from the record of changes and compares them, so that what was written past the triggers is found. The
-- answers name records, tables and fields, and no values.
SET ROLE registry_owner;

-- The row of a record after one more change, from the row before it: its columns that are not null, and under !created that it
-- is there, and under !fault the first field whose changes do not follow from one another.
CREATE OR REPLACE FUNCTION vault.next_state(state jsonb, change vault.change, classified text[]) RETURNS jsonb
STABLE LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    label_column text := CASE WHEN change.field IS NULL OR change.field = 'label' THEN 'label'
        WHEN change.field = ANY (classified) THEN change.field || '_label' END;
    is_creation boolean := change.field IS NULL AND change.after IS NOT NULL;
    successor jsonb;
    follows boolean;
BEGIN
    IF change.field IS NULL AND change.after IS NULL THEN
        successor := jsonb_strip_nulls(jsonb_build_object('!fault', state -> '!fault'));
        follows := state ? '!created';
    ELSE
        successor := jsonb_strip_nulls(CASE WHEN is_creation THEN jsonb_build_object('!created', true, '!fault', state -> '!fault')
                ELSE coalesce(state, '{}') END
            || coalesce(change.after, '{}')
            || CASE WHEN label_column IS NULL THEN '{}' ELSE jsonb_build_object(label_column, change.label_after) END);
        follows := CASE WHEN is_creation THEN (state ? '!created') IS NOT TRUE
            -- What is created is not removed, which is not among its values.
            ELSE state ? '!created' AND jsonb_strip_nulls('{"removed": false}' || state || coalesce(change.before, '{}'))
                    = '{"removed": false}' || state
                -- A label that was null before is one of a column that was added.
                AND (label_column IS NULL OR change.label_before IS NULL
                    OR coalesce((state -> label_column)::integer, 0) = change.label_before) END
            AND change.label_of_record = (successor -> 'label')::integer;
    END IF;
    IF successor -> '!fault' IS NULL
            AND (follows IS NOT TRUE OR change.digest IS NOT NULL AND NOT vault.is_left_by_erasure(change)) THEN
        successor := successor || jsonb_build_object('!fault', coalesce(change.field, 'record'));
    END IF;
    RETURN successor;
END
$$;

CREATE OR REPLACE AGGREGATE vault.rebuilt(vault.change, text[]) (SFUNC = vault.next_state, STYPE = jsonb);

-- Compares a table with its changes, as an SQL statement: how many records there are, how many of them have a fault, and the
-- first of these.
CREATE OR REPLACE FUNCTION vault.state_comparison(relation regclass) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT format($query$
SELECT count(*), count(fault), min(id || ' ' || fault) FROM (
    SELECT record.id, CASE
        WHEN (change.state ? '!created') IS NOT TRUE THEN 'record has no creation'
        WHEN change.state ? '!fault' THEN (change.state ->> '!fault') || ' has changes that do not follow from one another'
        %2$s END AS fault
    FROM %1$s AS record
    LEFT JOIN LATERAL (
        SELECT vault.rebuilt(change, %3$L ORDER BY change.ordinal) AS state
        FROM vault.change AS change WHERE change.record = record.id AND change.concept = %4$L
    ) AS change ON true
    CROSS JOIN LATERAL jsonb_populate_record(NULL::%1$s, change.state) AS rebuilt
) AS compared$query$,
        relation,
        (SELECT string_agg(format('WHEN %s THEN %L', condition, fault), E'\n        ' ORDER BY part, ordinal) FROM (
            SELECT 1 AS part, 1 AS ordinal, 'record.label IS DISTINCT FROM rebuilt.label' AS condition,
                'label is not the one of its last change' AS fault
            UNION ALL
            SELECT 2, ordinal, format('record.%1$I IS DISTINCT FROM rebuilt.%1$I', name),
                name || ' is not the one of its last change'
            FROM vault.written_column(relation)
            UNION ALL
            SELECT 2, 32767, 'record.removed IS DISTINCT FROM coalesce(rebuilt.removed, false)',
                'removed is not the one of its last change'
            WHERE vault.is_removable(relation)
            UNION ALL
            SELECT 3, ordinal, format('record.%1$I IS DISTINCT FROM coalesce(rebuilt.%1$I, 0)', field_label),
                field_label || ' is not the one of its last change'
            FROM vault.written_field(relation)
            UNION ALL
            SELECT 4, 1, format('record.%I <> (SELECT target.label FROM %s AS target WHERE target.id = record.%I)',
                carried.name, target, column_name), carried.name || ' is not the one of that record'
            FROM vault.carried_label(relation) AS carried) AS comparison),
        ARRAY(SELECT field FROM vault.written_field(relation)),
        (SELECT relname FROM pg_class WHERE oid = relation))
$$;

CREATE OR REPLACE FUNCTION registry.recorded_tables() RETURNS SETOF text
STABLE LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT name FROM vault.generated_view WHERE guard_digest IS NOT NULL ORDER BY name COLLATE "C"
$$;

-- Compares one of these tables, or, for null, whether the record of each creation is there unless its deletion was recorded.
CREATE OR REPLACE FUNCTION registry.verify_state(table_name text, OUT compared bigint, OUT faults bigint, OUT fault text)
STABLE LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF registry.audited() IS NULL THEN
        RAISE EXCEPTION 'the caller audits no nation' USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF table_name IS NOT NULL THEN
        EXECUTE vault.state_comparison((SELECT format('vault.%I', known)::regclass FROM registry.recorded_tables() AS known
            WHERE known = table_name)) INTO compared, faults, fault;
    ELSE
        EXECUTE format($query$
            SELECT count(*), count(fault), min(fault) FROM (
                SELECT CASE WHEN current.id IS NULL THEN created.record || ' ' || created.concept || ' is missing' END AS fault
                FROM (SELECT concept, record FROM vault.change WHERE field IS NULL
                    GROUP BY concept, record HAVING (array_agg(after IS NOT NULL ORDER BY ordinal DESC))[1]) AS created
                LEFT JOIN (%s) AS current ON (current.concept, current.id) = (created.concept, created.record)
            ) AS compared$query$,
            (SELECT string_agg(format('SELECT %L AS concept, id FROM vault.%I', known, known), ' UNION ALL ')
                FROM registry.recorded_tables() AS known)) INTO compared, faults, fault;
    END IF;
END
$$;

GRANT EXECUTE ON FUNCTION registry.recorded_tables(), registry.verify_state(text) TO registry_app;
