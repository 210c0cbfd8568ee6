-- The record of changes: one row per transaction and reason, and one per field that it changed. Triggers on the tables make it, so
-- that no path to a table goes round it: mutations, migrations and an administrator's SQL are recorded alike.
SET ROLE registry_owner;

-- Who wrote, in which request. A write without a caller (a migration, an administrator) has neither issuer nor subject.
CREATE TABLE vault.write (
    ordinal bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL UNIQUE DEFAULT gen_random_uuid(),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    issuer text,
    subject text,
    nation text,
    level smallint,
    roles text[] NOT NULL DEFAULT '{}',
    operation_name text,
    operation_hash text,
    request_id text,
    reason text,
    xid xid8 NOT NULL DEFAULT pg_current_xact_id()
);
COMMENT ON COLUMN vault.write.reason IS 'The reason that the writer gave.';
COMMENT ON COLUMN vault.write.xid IS 'Its transaction. Ordinals commit out of order, so readers of new writes stop at the oldest running transaction.';

-- The values of a creation are in one row, those of its classified fields in one row each, because they have other labels.
CREATE TABLE vault.change (
    ordinal bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    write bigint NOT NULL REFERENCES vault.write,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    concept text NOT NULL,
    record uuid NOT NULL,
    label_of_record integer NOT NULL,
    end_labels integer[],
    field text,
    label_before integer,
    label_after integer,
    before jsonb,
    after jsonb,
    salt uuid NOT NULL DEFAULT gen_random_uuid(),
    digest bytea
);
COMMENT ON COLUMN vault.change.label_of_record IS 'The label of the record then.';
COMMENT ON COLUMN vault.change.end_labels IS 'The labels then of the records that it refers to, directly or not, that are not public. A change is hidden with any of them.';
COMMENT ON COLUMN vault.change.field IS 'The column or the classified field; removed for the end of a part or a link; null when the record was created or deleted.';
COMMENT ON COLUMN vault.change.before IS 'The values by column; null for a creation.';
COMMENT ON COLUMN vault.change.after IS 'The values by column; null for a deletion.';
COMMENT ON COLUMN vault.change.salt IS 'Erased with values, so that nobody can guess these from their digest.';
COMMENT ON COLUMN vault.change.digest IS 'The digest of the values as they were written; null unless some of them were erased.';
-- For records as they stood, which need the changes since an instant.
CREATE INDEX ON vault.change (record, at);
CREATE INDEX ON vault.change (write);

-- The records in whose history a change stands: the changed one, and those that it refers to, of which it is a part or a link.
-- The key is in the order of a history, so that a page of it is read from the index.
CREATE TABLE vault.change_of (
    record uuid NOT NULL,
    at timestamptz NOT NULL,
    id uuid NOT NULL,
    change bigint NOT NULL,
    PRIMARY KEY (record, at, id) INCLUDE (change)
);

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON vault.write
    FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();
CREATE TRIGGER refuse_change BEFORE DELETE OR TRUNCATE ON vault.change
    FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();

-- What was erased on a legal ground: the values of these columns, in this change, by this write (R__6_erasure.sql).
CREATE TABLE vault.erasure (
    write bigint NOT NULL REFERENCES vault.write,
    change bigint NOT NULL REFERENCES vault.change,
    names text[] NOT NULL,
    digest bytea NOT NULL,
    PRIMARY KEY (change, write)
);
COMMENT ON COLUMN vault.erasure.digest IS 'The digest of the values that were left, with their new salt.';
CREATE INDEX ON vault.erasure (write);
CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON vault.erasure
    FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();

CREATE TRIGGER refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON vault.change_of
    FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();

INSERT INTO vault.unlabelled_table (name, kind) VALUES
    ('write', 'INTERNAL'), ('change', 'INTERNAL'), ('change_of', 'INTERNAL'), ('erasure', 'INTERNAL');

-- The current row of vault.write, made at the first change of this transaction, or after set_reason.
CREATE FUNCTION vault.current_write() RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    writer jsonb := nullif(current_setting('registry.writer', true), '')::jsonb;
    current_ordinal bigint := nullif(current_setting('registry.write', true), '')::bigint;
BEGIN
    -- Only a write of this transaction, whatever the setting says.
    IF NOT EXISTS (SELECT FROM vault.write WHERE ordinal = current_ordinal AND xid = pg_current_xact_id()) THEN
        INSERT INTO vault.write (issuer, subject, nation, level, roles, operation_name, operation_hash, request_id, reason)
            VALUES (writer ->> 'issuer', writer ->> 'subject', writer ->> 'nation', (writer ->> 'level')::smallint,
                ARRAY(SELECT jsonb_array_elements_text(writer -> 'roles')), writer ->> 'operation_name',
                writer ->> 'operation_hash', writer ->> 'request_id', writer ->> 'reason')
            RETURNING ordinal INTO current_ordinal;
        PERFORM set_config('registry.write', current_ordinal::text, true);
    END IF;
    RETURN current_ordinal;
END
$$;

-- The digest of a change's values, which stands for them in the digest of the write, so that it remains when they are erased.
CREATE FUNCTION vault.values_digest(salt uuid, before jsonb, after jsonb) RETURNS bytea
STABLE LANGUAGE sql
RETURN sha256(uuid_send(salt) || convert_to(ROW(before, after)::text, 'UTF8'));

-- The digest of a write with its changes and erasures, which its seal covers. The first byte stands for the kind of entry, as in
-- reading_digest; the columns are named for the same reason as there.
CREATE FUNCTION vault.write_digest(write vault.write) RETURNS bytea
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp
RETURN sha256('\xfe'::bytea
    || sha256(convert_to(ROW(write.id, extract(epoch FROM write.at), write.issuer, write.subject, write.nation, write.level,
        write.roles, write.operation_name, write.operation_hash, write.request_id, write.reason)::text, 'UTF8'))
    || coalesce((
        SELECT string_agg(sha256(convert_to(ROW(change.id, extract(epoch FROM change.at), change.concept, change.record,
            change.label_of_record, change.end_labels, change.field, change.label_before, change.label_after,
            coalesce(change.digest, vault.values_digest(change.salt, change.before, change.after)))::text, 'UTF8')),
            ''::bytea ORDER BY change.ordinal)
        FROM vault.change AS change WHERE change.write = write.ordinal), '')
    || coalesce((
        SELECT string_agg(sha256('\xfd'::bytea || convert_to(ROW(erasure.change, erasure.names, erasure.digest)::text, 'UTF8')),
            ''::bytea ORDER BY erasure.change)
        FROM vault.erasure AS erasure WHERE erasure.write = write.ordinal), ''));

-- Whether values are others only in that some of these columns have become null.
CREATE FUNCTION vault.is_blanked(values_before jsonb, values_after jsonb, names text[]) RETURNS boolean
IMMUTABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp
RETURN values_before IS NOT DISTINCT FROM values_after OR coalesce((
    SELECT bool_and(one.key IS NOT NULL AND other.key IS NOT NULL
        AND (one.value = other.value OR other.value = 'null' AND other.key = ANY (names)))
    FROM jsonb_each(values_before) AS one FULL JOIN jsonb_each(values_after) AS other ON other.key = one.key), false);

-- A change never changes, but that an erasure, on record in the same transaction, blanks values of it: it keeps their digest and
-- gives those that are left another salt.
CREATE FUNCTION vault.refuse_all_but_erasure() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    erased text[] := '{before,after,salt,digest}';
BEGIN
    IF (to_jsonb(OLD) - erased = to_jsonb(NEW) - erased AND NEW.salt <> OLD.salt
            AND NEW.digest = coalesce(OLD.digest, vault.values_digest(OLD.salt, OLD.before, OLD.after))
            AND EXISTS (SELECT FROM vault.erasure JOIN vault.write ON write.ordinal = erasure.write
                WHERE erasure.change = OLD.ordinal AND write.xid = pg_current_xact_id() AND write.nation IS NOT NULL
                    AND erasure.digest = vault.values_digest(NEW.salt, NEW.before, NEW.after)
                    AND vault.is_blanked(OLD.before, NEW.before, erasure.names)
                    AND vault.is_blanked(OLD.after, NEW.after, erasure.names))) IS NOT TRUE THEN
        RAISE EXCEPTION 'rows of % never change', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER refuse_all_but_erasure BEFORE UPDATE ON vault.change
    FOR EACH ROW EXECUTE FUNCTION vault.refuse_all_but_erasure();

-- At COMMIT, when all its changes are there, a write waits to be sealed in the chain of the writer's nation, among the readings.
-- A write without a nation (of a migration or an administrator) is in no chain.
CREATE FUNCTION vault.await_seal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO vault.unsealed_reading (reading, nation, at, digest)
        VALUES (NEW.id, NEW.nation, NEW.at, vault.write_digest(NEW));
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER await_seal AFTER INSERT ON vault.write DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.nation IS NOT NULL) EXECUTE FUNCTION vault.await_seal();

-- The public epoch: a number that moves when a transaction commits that changed something a caller without a clearance can see,
-- and never because of anything else. A public answer read under one epoch is right as long as that epoch is the current one.
CREATE TABLE vault.public_epoch (
    singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
    number bigint NOT NULL DEFAULT 1,
    mark uuid NOT NULL DEFAULT gen_random_uuid()
);
COMMENT ON COLUMN vault.public_epoch.mark IS 'Another one at each move. After a restore the numbers come again, with other marks.';
INSERT INTO vault.public_epoch DEFAULT VALUES;
INSERT INTO vault.unlabelled_table (name, kind) VALUES ('public_epoch', 'INTERNAL');

CREATE FUNCTION registry.public_epoch() RETURNS TABLE (number bigint, mark uuid)
STABLE LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
    SELECT epoch.number, epoch.mark FROM vault.public_epoch AS epoch;
END;
GRANT EXECUTE ON FUNCTION registry.public_epoch() TO registry_app;

-- Remembers that this transaction changed something public. Recorders call it; so must whoever changes public history.
CREATE FUNCTION vault.note_public_change() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM set_config('registry.public_change', pg_current_xact_id()::text, true);
END
$$;

-- Moves the epoch, once a transaction and at COMMIT: before, an answer with the old content could pass for one of the new epoch,
-- and other writers would wait for the row longer than COMMIT takes.
CREATE FUNCTION vault.move_public_epoch() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (CASE WHEN TG_TABLE_NAME = 'write' THEN current_setting('registry.public_change', true) = pg_current_xact_id()::text
            ELSE TG_OP <> 'UPDATE' OR OLD IS DISTINCT FROM NEW END) THEN
        UPDATE vault.public_epoch SET number = number + 1, mark = DEFAULT WHERE xmin <> pg_current_xact_id()::xid;
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER move_public_epoch AFTER INSERT ON vault.write DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION vault.move_public_epoch();

-- TRUNCATE would go round the record of changes and the public epoch.
CREATE FUNCTION vault.refuse_truncation() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are deleted one by one', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

-- All callers see reference data, so each change of it moves the epoch.
CREATE PROCEDURE vault.follow_reference_data(relation regclass)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = relation AND tgname = 'move_public_epoch') THEN
        EXECUTE format('CREATE CONSTRAINT TRIGGER move_public_epoch AFTER INSERT OR DELETE OR UPDATE ON %s '
            'DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION vault.move_public_epoch()', relation);
    END IF;
    EXECUTE format('CREATE OR REPLACE TRIGGER refuse_truncation BEFORE TRUNCATE ON %s '
        'FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_truncation()', relation);
END
$$;

-- The columns of a table that are written, each with the field that its label classifies.
CREATE FUNCTION vault.written_column(relation regclass)
RETURNS TABLE (name text, ordinal smallint, field text, field_label text, default_value text, is_end boolean)
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT member.name, member.ordinal, member.field, member.field_label,
        (SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = relation AND adnum = member.ordinal),
        member.name IN (SELECT column_name FROM vault.foreign_key(relation) WHERE target_is_labelled)
    FROM vault.table_column(relation) AS member
    JOIN pg_attribute AS attribute ON attribute.attrelid = relation AND attribute.attnum = member.ordinal
    WHERE NOT member.is_label AND attribute.attgenerated = '' AND member.name NOT IN ('id', 'label')
        AND member.name NOT IN (SELECT carried.name FROM vault.carried_label(relation) AS carried)
    ORDER BY member.ordinal
$$;

-- The classified fields of a table, each with its columns.
CREATE FUNCTION vault.written_field(relation regclass)
RETURNS TABLE (field text, field_label text, names text[], ordinal smallint)
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT member.field, member.field_label, array_agg(member.name ORDER BY member.ordinal), min(member.ordinal)
    FROM vault.written_column(relation) AS member WHERE member.field IS NOT NULL
    GROUP BY member.field, member.field_label
$$;

-- Columns of a row as a list, for comparisons.
CREATE FUNCTION vault.columns_of(names text[], row_alias text) RETURNS text
IMMUTABLE LANGUAGE sql
RETURN (SELECT string_agg(format('%s.%I', row_alias, name), ', ' ORDER BY ordinal)
    FROM unnest(names) WITH ORDINALITY AS member (name, ordinal));

-- The labels of the records that a row refers to, and of those that they refer to, as scalar expressions.
CREATE FUNCTION vault.labels_of_ends(relation regclass, row_alias text) RETURNS SETOF text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    WITH RECURSIVE referred AS (
        SELECT target, format('%s.%I', row_alias, column_name) AS reference
        FROM vault.foreign_key(relation) WHERE target_is_labelled
        UNION ALL
        SELECT next.target, format('(SELECT passed.%I FROM %s AS passed WHERE passed.id = %s)',
            next.column_name, referred.target, referred.reference)
        FROM referred CROSS JOIN LATERAL vault.foreign_key(referred.target) AS next WHERE next.target_is_labelled
    )
    SELECT format('(SELECT target.label FROM %s AS target WHERE target.id = %s)', target, reference) FROM referred
$$;

CREATE FUNCTION vault.end_labels_expression(relation regclass, row_alias text) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp
RETURN coalesce((SELECT 'nullif(array_remove(array_remove(ARRAY[' || string_agg(labels, ', ') || '], 0), NULL), ''{}'')'
    FROM vault.labels_of_ends(relation, row_alias) AS labels), 'NULL::integer[]');

-- An object with columns of a row, as an SQL expression.
CREATE FUNCTION vault.columns_as_json(names text[], row_alias text) RETURNS text
IMMUTABLE LANGUAGE sql
RETURN (SELECT 'jsonb_build_object(' || string_agg(format('%L, %s.%I', name, row_alias, name), ', ' ORDER BY ordinal) || ')'
    FROM unnest(names) WITH ORDINALITY AS member (name, ordinal));

-- Whether all that a table holds is references: then its rows are links, without a history of their own.
CREATE FUNCTION vault.is_link(relation regclass) RETURNS boolean
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp
RETURN NOT EXISTS (SELECT FROM vault.written_column(relation) WHERE NOT is_end);

-- Adds the changes made by the CTE "made" to the histories in which they stand, as an SQL statement after WITH.
CREATE FUNCTION vault.add_to_histories(relation regclass, row_alias text, made text) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp
RETURN 'INSERT INTO vault.change_of (record, at, id, change) ' || coalesce(
    (SELECT format('SELECT DISTINCT place.record, made.at, made.id, made.ordinal FROM %s '
            'CROSS JOIN LATERAL (VALUES %s) AS place (record) WHERE place.record IS NOT NULL',
            made, string_agg(format('(%s.%I)', row_alias, name), ', ' ORDER BY name))
        FROM (
            SELECT name FROM vault.written_column(relation) WHERE is_end
            UNION ALL
            SELECT 'id' WHERE NOT vault.is_link(relation)
        ) AS place
        HAVING count(*) > 1),
    'SELECT made.record, made.at, made.id, made.ordinal FROM made');

-- Records the rows of an INSERT, all with one statement.
CREATE FUNCTION vault.insert_recorder(relation regclass) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT format($body$
DECLARE
    current_ordinal bigint;
BEGIN
    IF EXISTS (SELECT FROM new_rows) THEN
        current_ordinal := vault.current_write();
        WITH made AS (
            INSERT INTO vault.change (write, concept, record, label_of_record, end_labels, field, label_after, after)
                SELECT current_ordinal, %1$L, new_row.id, new_row.label, %2$s, part.field, part.label, part.columns
                FROM new_rows AS new_row
                CROSS JOIN LATERAL (VALUES %3$s) AS part (field, label, columns, is_given)
                WHERE part.is_given
                RETURNING ordinal, id, at, record
        )
        %4$s;
        IF EXISTS (SELECT FROM new_rows AS new_row WHERE new_row.label = 0 AND %2$s IS NULL) THEN
            PERFORM vault.note_public_change();
        END IF;
    END IF;
    RETURN NULL;
END
$body$,
        (SELECT relname FROM pg_class WHERE oid = relation),
        vault.end_labels_expression(relation, 'new_row'),
        concat_ws(', ',
            format('(NULL, new_row.label, %s, true)', coalesce(
                vault.columns_as_json((SELECT array_agg(name ORDER BY ordinal) FROM vault.written_column(relation)
                    WHERE field IS NULL), 'new_row'), '''{}''::jsonb')),
            (SELECT string_agg(format('(%L, new_row.%I, %s, num_nonnulls(%s) > 0 OR new_row.%2$I <> 0)',
                    field, field_label, vault.columns_as_json(names, 'new_row'), vault.columns_of(names, 'new_row')),
                    ', ' ORDER BY field)
                FROM vault.written_field(relation))),
        vault.add_to_histories(relation, 'new_row', 'made JOIN new_rows AS new_row ON new_row.id = made.record'))
$$;

-- The parts of a record that are compared and recorded one by one: its label, its public columns, its classified fields, its end.
CREATE FUNCTION vault.written_part(relation regclass)
RETURNS TABLE (field text, label_column text, compared text[], names text[], ordinal smallint)
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT 'label', 'label', ARRAY['label'], NULL::text[], 0::smallint
    UNION ALL
    SELECT part, coalesce(field_label, 'label'),
        array_remove(array_agg(name ORDER BY member.ordinal) || field_label, NULL), array_agg(name ORDER BY member.ordinal),
        min(member.ordinal)
    FROM (SELECT *, coalesce(written.field, written.name) AS part FROM vault.written_column(relation) AS written) AS member
    GROUP BY part, field_label
    UNION ALL
    SELECT 'removed', 'label', ARRAY['removed'], ARRAY['removed'], 32767::smallint WHERE vault.is_removable(relation)
$$;

-- Records an updated row. A row trigger with a condition for each field takes less time than transition tables. A change is
-- public if the row was or is public, with its ends, and what changed was or is not classified.
CREATE FUNCTION vault.update_recorder(relation regclass) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT format($body$
DECLARE
    ends integer[] := %s;
BEGIN
%s    IF %s THEN
        IF NEW.label = 0 AND ends IS NULL THEN
            PERFORM vault.note_public_change();
        ELSIF OLD.label = 0 AND %s IS NULL THEN
            PERFORM vault.note_public_change();
        END IF;
    END IF;
    RETURN NULL;
END
$body$,
        vault.end_labels_expression(relation, 'NEW'),
        string_agg(format($part$    IF (%1$s) IS DISTINCT FROM (%2$s) THEN
        WITH made AS (
            INSERT INTO vault.change
                    (write, concept, record, label_of_record, end_labels, field, label_before, label_after, before, after)
                VALUES (vault.current_write(), %3$L, NEW.id, NEW.label, ends, %4$L, OLD.%5$I, NEW.%5$I, %6$s, %7$s)
                RETURNING ordinal, id, at, record
        )
        %8$s;
    END IF;
$part$,
            vault.columns_of(compared, 'OLD'),
            vault.columns_of(compared, 'NEW'),
            (SELECT relname FROM pg_class WHERE oid = relation),
            field, label_column,
            coalesce(vault.columns_as_json(names, 'OLD'), '''{}''::jsonb'),
            coalesce(vault.columns_as_json(names, 'NEW'), '''{}''::jsonb'),
            vault.add_to_histories(relation, 'NEW', 'made')), '' ORDER BY ordinal),
        string_agg(format(CASE label_column WHEN 'label' THEN '(%s) IS DISTINCT FROM (%s)'
                ELSE '(%s) IS DISTINCT FROM (%s) AND (OLD.%I = 0 OR NEW.%3$I = 0)' END,
            vault.columns_of(compared, 'OLD'), vault.columns_of(compared, 'NEW'), label_column),
            E'\n            OR ' ORDER BY ordinal),
        vault.end_labels_expression(relation, 'OLD'))
    FROM vault.written_part(relation)
$$;

-- No mutation deletes, but whoever else does is recorded.
CREATE FUNCTION vault.record_delete() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    ends integer[];
BEGIN
    EXECUTE 'SELECT ' || vault.end_labels_expression(TG_RELID, '($1)') INTO ends USING OLD;
    INSERT INTO vault.change (write, concept, record, label_of_record, end_labels, field, label_before)
        VALUES (vault.current_write(), TG_TABLE_NAME, OLD.id, OLD.label, ends, NULL, OLD.label);
    IF OLD.label = 0 AND ends IS NULL THEN
        PERFORM vault.note_public_change();
    END IF;
    RETURN NULL;
END
$$;

-- Makes the recorder of a table anew, after its columns have changed.
CREATE PROCEDURE vault.create_recorder(relation regclass)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    table_name text := (SELECT relname FROM pg_class WHERE oid = relation);
BEGIN
    EXECUTE format('CREATE OR REPLACE FUNCTION vault.%I() RETURNS trigger LANGUAGE plpgsql '
        'SET search_path = pg_catalog, pg_temp AS %L', 'record_insert_of_' || table_name, vault.insert_recorder(relation));
    EXECUTE format('CREATE OR REPLACE FUNCTION vault.%I() RETURNS trigger LANGUAGE plpgsql '
        'SET search_path = pg_catalog, pg_temp AS %L', 'record_update_of_' || table_name, vault.update_recorder(relation));
    EXECUTE format('CREATE OR REPLACE TRIGGER record_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows '
        'FOR EACH STATEMENT EXECUTE FUNCTION vault.%I()', relation, 'record_insert_of_' || table_name);
    EXECUTE format('CREATE OR REPLACE TRIGGER record_update AFTER UPDATE ON %s FOR EACH ROW '
        'WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION vault.%I()', relation, 'record_update_of_' || table_name);
    EXECUTE format('CREATE OR REPLACE TRIGGER record_delete AFTER DELETE ON %s FOR EACH ROW '
        'EXECUTE FUNCTION vault.record_delete()', relation);
    EXECUTE format('CREATE OR REPLACE TRIGGER refuse_truncation BEFORE TRUNCATE ON %s FOR EACH STATEMENT '
        'EXECUTE FUNCTION vault.refuse_truncation()', relation);
END
$$;
