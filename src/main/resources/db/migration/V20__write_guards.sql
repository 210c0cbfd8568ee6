-- Writing through the views. An INSTEAD OF trigger on each view, the guard, decides whether the session's caller may write
-- what they ask for. One function generates the guards of all views, as the views themselves are generated. The errors tell
-- nothing that the caller may not know: a label is checked before the records that it refers to, and these through the views.
SET ROLE registry_owner;

-- The labels under which the caller may write; unset, there are none.
CREATE FUNCTION registry.writable() RETURNS bytea
STABLE PARALLEL SAFE LANGUAGE sql
RETURN coalesce(nullif(current_setting('registry.writable', true), '')::bytea, '\x00');

-- Whether a bitmap of labels contains a label. A bitmap ends after its last label, and get_bit fails beyond that.
CREATE FUNCTION vault.holds(labels bytea, label integer) RETURNS boolean
IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN CASE WHEN label BETWEEN 0 AND 8 * length(labels) - 1 THEN get_bit(labels, label) <> 0 ELSE false END;

-- Whether the caller may write under a label, for statements that choose among several rows.
CREATE FUNCTION registry.may_write(label integer) RETURNS boolean
STABLE LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
RETURN vault.holds(registry.writable(), label);
GRANT EXECUTE ON FUNCTION registry.may_write(integer) TO registry_app;

-- The label of new content. A field without a value has a label, too, so that its first value cannot be public by mistake.
CREATE TABLE vault.prescribed_classification (
    nation text NOT NULL REFERENCES vault.country,
    concept text,
    classification text NOT NULL REFERENCES vault.classification_level,
    releasable_to text[] NOT NULL DEFAULT '{}' CHECK (vault.is_sorted_set(releasable_to)),
    UNIQUE NULLS NOT DISTINCT (nation, concept)
);
COMMENT ON COLUMN vault.prescribed_classification.concept IS 'Null for all concepts without a row of their own.';
INSERT INTO vault.prescribed_classification (nation, classification, releasable_to) VALUES
    ('LT', 'LT_RIBOTO_NAUDOJIMO', '{LT,UA}'),
    ('UA', 'UA_DSK', '{LT,UA}');
INSERT INTO vault.unlabelled_table (name, kind) VALUES ('prescribed_classification', 'INTERNAL');

-- The writer of this transaction, as set_writer was told.
CREATE FUNCTION vault.writer() RETURNS jsonb
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp
RETURN nullif(current_setting('registry.writer', true), '')::jsonb;

CREATE FUNCTION vault.writer(property text) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp
RETURN vault.writer() ->> property;

-- Whether the writer can read under a label with these properties.
CREATE FUNCTION vault.writer_dominates(
    policy text, classification text, releasable_to text[], special_handling text[], originator_nation text,
    succession_on date, succession_to text) RETURNS boolean
STABLE LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    today date := (now() AT TIME ZONE 'Europe/Vilnius')::date;
    nation text := vault.writer('nation');
BEGIN
    RETURN vault.dominates(
        ARRAY(SELECT vault.covered_level(vault.writer('level')::integer, nation, today)), nation,
        ARRAY(SELECT jsonb_array_elements_text(vault.writer() -> 'compartments')), today,
        policy, classification, releasable_to, special_handling, originator_nation, succession_on, succession_to);
END
$$;

-- Ends a write that is not allowed. The column says what was refused, in the words of the table.
CREATE FUNCTION vault.refuse_write(code text, refused text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '%', CASE code
            WHEN 'RG400' THEN 'the value is not accepted'
            WHEN 'RG403' THEN 'the caller may not write this'
            WHEN 'RG404' THEN 'there is no such record'
            WHEN 'RG406' THEN 'the records would follow each other in a circle'
            WHEN 'RG409' THEN 'the record has changed'
            WHEN 'RG410' THEN 'the record is withdrawn'
            WHEN 'RG422' THEN 'the key belongs to another request'
            WHEN 'RG429' THEN 'there is too much of this' END
        USING ERRCODE = code, COLUMN = refused;
END
$$;

-- Ends a write of what is there already under the same label; tells the other row's id, and those of the records that it
-- refers to. A writer sees what they may write under the label, and a row carries the labels of its ends if its uniqueness
-- does not include them (require_label_of_ends).
CREATE FUNCTION vault.refuse_clash(rule text, other jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'this is there already' USING ERRCODE = 'RG411', CONSTRAINT = rule, DETAIL = other::text;
END
$$;

-- Sets the writer of a transaction, after set_caller: who they are for the record of changes, and the labels under which they
-- may write. A registrar writes what is public, an originator what is classified and readable to them.
CREATE FUNCTION registry.set_writer(
    issuer text, subject text, level integer, nation text, compartments text[], roles text[],
    operation_name text, operation_hash text, request_id text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    -- As long as the largest possible label, since this transaction may make labels, and others may while it runs.
    readable bytea := registry.readable() || decode(repeat('00', 16384 / 8 - length(registry.readable())), 'hex');
    is_registrar boolean := 'registrar' = ANY (set_writer.roles);
    is_originator boolean := 'originator' = ANY (set_writer.roles);
BEGIN
    IF current_setting('registry.writer', true) <> '' THEN
        RAISE EXCEPTION 'this transaction has a writer already' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    IF coalesce(current_setting('registry.entered', true), '')
            <> coalesce(nullif(set_writer.nation, ''), 'without a nation') THEN
        RAISE EXCEPTION 'a writer is the caller' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    -- Callers without a role are refused here, before a version or a value is compared. A write without a nation would be in no
    -- chain.
    IF (is_registrar OR is_originator) IS NOT TRUE THEN
        PERFORM vault.refuse_write('RG403', 'role');
    ELSIF set_writer.nation IS NULL THEN
        PERFORM vault.refuse_write('RG403', 'nation');
    END IF;
    PERFORM set_config('registry.writer', jsonb_build_object('issuer', set_writer.issuer, 'subject', set_writer.subject,
            'level', set_writer.level, 'nation', set_writer.nation, 'compartments', set_writer.compartments,
            'roles', set_writer.roles, 'operation_name', set_writer.operation_name,
            'operation_hash', set_writer.operation_hash, 'request_id', set_writer.request_id)::text, true),
        set_config('registry.readable', readable::text, true),
        set_config('registry.writable', set_bit(
            CASE WHEN is_originator THEN readable ELSE decode(repeat('00', length(readable)), 'hex') END,
            0, is_registrar::integer)::text, true);
END
$$;
GRANT EXECUTE ON FUNCTION registry.set_writer(text, text, integer, text, text[], text[], text, text, text) TO registry_app;

-- The reason of the changes that follow in this transaction, which are a write of their own.
CREATE FUNCTION registry.set_reason(reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce(current_setting('registry.writer', true), '') = '' THEN
        RAISE EXCEPTION 'a reason needs a writer' USING ERRCODE = 'object_not_in_prerequisite_state';
    END IF;
    PERFORM set_config('registry.writer', jsonb_set(current_setting('registry.writer')::jsonb, '{reason}',
        coalesce(to_jsonb(set_reason.reason), 'null'))::text, true),
        set_config('registry.write', '', true);
END
$$;
GRANT EXECUTE ON FUNCTION registry.set_reason(text) TO registry_app;

-- Requests whose repetition must not write again, for a day, with the ids of what they wrote. Someone with a weaker token of the
-- same person must not learn from a key what the stronger one did, so the clearance is part of it.
CREATE TABLE vault.idempotency_key (
    issuer text NOT NULL,
    subject text NOT NULL,
    clearance text NOT NULL,
    key text NOT NULL,
    request text NOT NULL,
    records uuid[] NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (issuer, subject, clearance, key)
);
CREATE INDEX ON vault.idempotency_key (at);
COMMENT ON COLUMN vault.idempotency_key.request IS 'An HMAC of the request; a plain hash of a classified value could be guessed.';
INSERT INTO vault.unlabelled_table (name, kind) VALUES ('idempotency_key', 'INTERNAL');

-- Keeps the key of a request with the ids of the records that it is about to write. If the same request has been made with it
-- before, returns the ids that it wrote; another request with the same key is refused. The same request under way is waited for.
CREATE FUNCTION registry.keep_request(key text, request text, records uuid[]) RETURNS uuid[]
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
    writer_issuer text := coalesce(vault.writer('issuer'), '');
    writer_subject text := vault.writer('subject');
    writer_clearance text := concat_ws(' ', vault.writer('level'), vault.writer('nation'), vault.writer('compartments'));
    kept vault.idempotency_key;
BEGIN
    IF writer_subject IS NULL THEN
        PERFORM vault.refuse_write('RG403', 'idempotency_key');
    END IF;
    -- Each call deletes up to 100 expired keys, whoever made them.
    DELETE FROM vault.idempotency_key WHERE ctid = ANY (ARRAY(
        SELECT old.ctid FROM vault.idempotency_key AS old WHERE old.at < now() - interval '1 day'
        LIMIT 100 FOR UPDATE SKIP LOCKED));
    INSERT INTO vault.idempotency_key (issuer, subject, clearance, key, request, records)
        VALUES (writer_issuer, writer_subject, writer_clearance, keep_request.key, keep_request.request,
            keep_request.records)
        ON CONFLICT DO NOTHING;
    IF FOUND THEN
        IF (SELECT count(*) FROM vault.idempotency_key
                WHERE issuer = writer_issuer AND subject = writer_subject) > 1000 THEN
            PERFORM vault.refuse_write('RG429', 'idempotency_key');
        END IF;
        RETURN NULL;
    END IF;
    SELECT * INTO STRICT kept FROM vault.idempotency_key
        WHERE issuer = writer_issuer AND subject = writer_subject AND clearance = writer_clearance
            AND key = keep_request.key;
    IF kept.request <> keep_request.request THEN
        PERFORM vault.refuse_write('RG422', 'idempotency_key');
    END IF;
    RETURN kept.records;
END
$$;
GRANT EXECUTE ON FUNCTION registry.keep_request(text, text, uuid[]) TO registry_app;

-- The label with these properties, made if there is none; whichever organisation it names. The bitmaps of this transaction are as
-- old as its beginning, so the label is added to them, if the writer dominates it.
CREATE FUNCTION vault.label_with(
    classification text, releasable_to text[], special_handling text[], originator_nation text) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    made integer := coalesce(nullif(current_setting('registry.labels_made', true), '')::integer, 0);
    found_label vault.confidentiality_label;
BEGIN
    FOR attempt IN 1..2 LOOP
        SELECT * INTO found_label FROM vault.confidentiality_label AS label
            WHERE label.classification = label_with.classification AND label.releasable_to = label_with.releasable_to
                AND label.special_handling = label_with.special_handling
                AND label.originator_nation = label_with.originator_nation AND label.succession_on IS NULL
            ORDER BY label.originator NULLS FIRST, label.id LIMIT 1;
        EXIT WHEN FOUND;
        IF attempt = 1 THEN
            -- One transaction makes labels at a time, and its numbers follow the last one, so that a rollback uses up none.
            LOCK TABLE vault.confidentiality_label IN SHARE ROW EXCLUSIVE MODE;
        ELSIF made >= 8 THEN
            PERFORM vault.refuse_write('RG429', 'label');
        ELSE
            INSERT INTO vault.confidentiality_label (id, policy, classification, releasable_to, special_handling,
                    originator_nation)
                SELECT (SELECT max(label.id) + 1 FROM vault.confidentiality_label AS label), level.policy, level.code,
                    label_with.releasable_to, label_with.special_handling, label_with.originator_nation
                FROM vault.classification_level AS level WHERE level.code = label_with.classification
                RETURNING * INTO found_label;
            PERFORM set_config('registry.labels_made', (made + 1)::text, true);
        END IF;
    END LOOP;
    IF vault.writer_dominates(found_label.policy, found_label.classification, found_label.releasable_to,
            found_label.special_handling, found_label.originator_nation, found_label.succession_on,
            found_label.succession_to) THEN
        PERFORM set_config('registry.readable', set_bit(registry.readable(), found_label.id, 1)::text, true);
        IF vault.writer() -> 'roles' ? 'originator' THEN
            PERFORM set_config('registry.writable', set_bit(registry.writable(), found_label.id, 1)::text, true);
        END IF;
    END IF;
    RETURN found_label.id;
END
$$;

-- The label that the writer's nation prescribes for new content of a concept. Without a prescription there is no new content.
CREATE FUNCTION vault.prescribed_label(concept text) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    prescription vault.prescribed_classification;
BEGIN
    SELECT * INTO prescription FROM vault.prescribed_classification AS candidate
        WHERE candidate.nation = vault.writer('nation')
            AND (candidate.concept = prescribed_label.concept OR candidate.concept IS NULL)
        ORDER BY candidate.concept NULLS LAST LIMIT 1;
    IF NOT FOUND THEN
        PERFORM vault.refuse_write('RG403', 'prescription');
    END IF;
    RETURN vault.label_with(prescription.classification, prescription.releasable_to, '{}', prescription.nation);
END
$$;

-- Whether a label protects at least as much as another: of the same policy or not, at no lower rank, released to no more
-- nations, with all compartments. A planned downgrade protects less.
CREATE FUNCTION vault.is_at_least(label integer, other integer) RETURNS boolean
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp
RETURN coalesce((
    SELECT least.policy = 'PUBLIC' OR given_level.rank >= least_level.rank
        AND vault.released_to(given.releasable_to, given.originator_nation)
            <@ vault.released_to(least.releasable_to, least.originator_nation)
        AND given.special_handling @> least.special_handling
        AND (given.succession_on IS NULL OR given.id = least.id)
    FROM vault.confidentiality_label AS given
    JOIN vault.classification_level AS given_level ON given_level.code = given.classification
    CROSS JOIN vault.confidentiality_label AS least
    JOIN vault.classification_level AS least_level ON least_level.code = least.classification
    WHERE given.id = is_at_least.label AND least.id = is_at_least.other), false);

-- The number of the label that a writer names. Refused alike whether it exists or not: to who is no originator, and to who
-- could not read under it.
CREATE FUNCTION registry.label_to_write(
    classification text, releasable_to text[], special_handling text[], refused text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    nation text := vault.writer('nation');
    nations text[] := ARRAY(SELECT DISTINCT member COLLATE "C" FROM unnest(label_to_write.releasable_to) AS member ORDER BY 1);
    compartments text[] := ARRAY(
        SELECT DISTINCT member COLLATE "C" FROM unnest(label_to_write.special_handling) AS member ORDER BY 1);
    level vault.classification_level;
BEGIN
    SELECT * INTO level FROM vault.classification_level AS known WHERE known.code = label_to_write.classification;
    IF level.policy = 'PUBLIC' THEN
        RETURN 0;
    END IF;
    IF nations <> '{}' AND (nation = ANY (nations)) IS NOT TRUE THEN
        PERFORM vault.refuse_write('RG400', refused);
    END IF;
    IF EXISTS (SELECT FROM unnest(nations) AS member WHERE member NOT IN (SELECT alpha2 FROM vault.country)) THEN
        PERFORM vault.refuse_write('RG400', refused);
    END IF;
    IF (vault.writer() -> 'roles' ? 'originator') IS NOT TRUE
            OR (level.policy IN (nation, 'NATO', 'EU')) IS NOT TRUE
            OR NOT vault.writer_dominates(level.policy, level.code, nations, compartments, nation, NULL, NULL) THEN
        PERFORM vault.refuse_write('RG403', refused);
    END IF;
    RETURN vault.label_with(level.code, nations, compartments, nation);
END
$$;
GRANT EXECUTE ON FUNCTION registry.label_to_write(text, text[], text[], text) TO registry_app;

-- Whether a classified field has had a value. Only before that may its author give it another label: otherwise they could clear
-- the value, lower or take over the label, and write the value again.
CREATE FUNCTION vault.had_value(changed_record uuid, changed_field text) RETURNS boolean
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp
RETURN EXISTS (SELECT FROM vault.change AS change
    WHERE change.record = changed_record AND change.field = changed_field
        -- A value that was erased was one.
        AND (jsonb_strip_nulls(change.after) <> '{}' OR jsonb_strip_nulls(change.before) <> '{}' OR change.digest IS NOT NULL));

-- The unique indexes of a table that begin with the label, but for those of links, which only say that two records are linked
-- once: their writer has named both ends.
CREATE FUNCTION vault.uniqueness_per_label(relation regclass)
RETURNS TABLE (name text, nulls_not_distinct boolean, columns text[], required boolean[])
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    WITH ends AS MATERIALIZED (
        SELECT coalesce(array_agg(column_name), '{}') AS names FROM vault.foreign_key(relation) WHERE target_is_labelled
    ), rule AS (
        SELECT class.relname::text AS name, keys.indnullsnotdistinct AS nulls_not_distinct,
            array_agg(attribute.attname::text ORDER BY key.ordinal) AS columns,
            array_agg(attribute.attnotnull ORDER BY key.ordinal) AS required
        FROM pg_index AS keys
        JOIN pg_class AS class ON class.oid = keys.indexrelid
        CROSS JOIN LATERAL unnest(keys.indkey::smallint[]) WITH ORDINALITY AS key (attnum, ordinal)
        JOIN pg_attribute AS attribute ON attribute.attrelid = relation AND attribute.attnum = key.attnum
        WHERE keys.indrelid = relation AND keys.indisunique
        GROUP BY class.relname, keys.indnullsnotdistinct
    )
    SELECT rule.* FROM rule CROSS JOIN ends
    WHERE rule.columns[1] = 'label' AND (ends.names = '{}' OR NOT rule.columns @> ends.names)
        AND EXISTS (SELECT FROM vault.written_column(relation) WHERE NOT is_end)
$$;

-- Whether two rows are the same but for the label, as an SQL expression.
CREATE FUNCTION vault.is_same(columns text[], required boolean[], nulls_not_distinct boolean, one text, other text) RETURNS text
IMMUTABLE LANGUAGE sql
RETURN (SELECT string_agg(format(CASE WHEN is_required OR NOT nulls_not_distinct THEN '%1$s.%3$I = %2$s.%3$I'
        ELSE '%1$s.%3$I IS NOT DISTINCT FROM %2$s.%3$I' END, one, other, name), ' AND ' ORDER BY ordinal)
    FROM unnest(columns, required) WITH ORDINALITY AS each (name, is_required, ordinal) WHERE name <> 'label');

-- The statements of a guard that refuse what is there already, with the row that it clashes with. Of two writers at once, the
-- unique index refuses one.
CREATE FUNCTION vault.clash_checks(relation regclass) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT string_agg(format(
            E'    IF TG_OP = ''INSERT'' OR (%1$s) IS DISTINCT FROM (%2$s) THEN\n'
            '        SELECT jsonb_build_object(%3$s) INTO clash FROM %4$s AS other\n'
            '            WHERE other.label = NEW.label AND %5$s AND other.id <> NEW.id%6$s LIMIT 1;\n'
            '        IF FOUND THEN\n            PERFORM vault.refuse_clash(%7$L, clash);\n        END IF;\n    END IF;\n',
            vault.columns_of(columns, 'NEW'), vault.columns_of(columns, 'OLD'),
            (SELECT string_agg(format('%L, other.%I', end_name, end_name), ', ' ORDER BY end_name)
                FROM (SELECT 'id' AS end_name UNION ALL
                    SELECT column_name FROM vault.foreign_key(relation) WHERE target_is_labelled) AS told),
            relation,
            vault.is_same(columns, required, nulls_not_distinct, 'other', 'NEW'),
            CASE WHEN vault.is_removable(relation) THEN ' AND NOT other.removed' END,
            name), '' ORDER BY name)
    FROM vault.uniqueness_per_label(relation)
$$;

-- The columns of a link between two records of one table; empty for others.
CREATE FUNCTION vault.self_link(relation regclass) RETURNS TABLE (left_column text, right_column text)
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT left_end.column_name, right_end.column_name
    FROM vault.foreign_key(relation) AS left_end
    JOIN pg_class AS target ON target.oid = left_end.target AND target.relname = left_end.column_name
    JOIN vault.foreign_key(relation) AS right_end
        ON right_end.target = left_end.target AND right_end.column_name <> left_end.column_name
    WHERE left_end.target_is_labelled
$$;

-- Refuses a new link that closes a circle, as far as the writer can see: hidden links do not count, or the refusal would tell of
-- them. One link is made at a time, so that two writers do not close a circle together. At most 1,000 records are followed.
CREATE FUNCTION vault.circle_guard(relation regclass) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT format(E'        PERFORM pg_advisory_xact_lock(hashtextextended(%3$L, 0));\n'
            '        IF (WITH RECURSIVE followed AS (SELECT NEW.%2$I AS id UNION SELECT link.%2$I FROM followed\n'
            '                    JOIN registry.%3$I AS link ON link.%1$I = followed.id)\n'
            '                SELECT bool_or(id = NEW.%1$I) OR count(*) > 1000\n'
            '                FROM (SELECT id FROM followed LIMIT 1001) AS each) THEN\n'
            '            PERFORM vault.refuse_write(''RG406'', %2$L);\n        END IF;\n',
            left_column, right_column, (SELECT relname FROM pg_class WHERE oid = relation))
    FROM vault.self_link(relation)
$$;

-- The guard of a view: the body of its trigger function.
CREATE FUNCTION vault.guard_definition(relation regclass) RETURNS text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    WITH member AS MATERIALIZED (
        SELECT * FROM vault.written_column(relation)
    ), classified AS MATERIALIZED (
        SELECT * FROM vault.written_field(relation)
    ), part AS MATERIALIZED (
        SELECT
            (SELECT relname FROM pg_class WHERE oid = relation) AS table_name,
            (SELECT array_agg(name ORDER BY ordinal) FROM member WHERE field IS NULL AND NOT is_end) AS public_names,
            (SELECT array_agg(name ORDER BY ordinal) FROM member WHERE is_end) AS end_names,
            (SELECT array_agg(name ORDER BY ordinal) FROM member WHERE NOT is_end) AS changeable,
            (SELECT array_agg(name ORDER BY ordinal) FROM member
                WHERE NOT is_end AND name NOT IN ('withdrawn_on', 'withdrawal_reason')) AS content
    )
    SELECT concat(
        E'\nDECLARE\n    writable bytea := registry.writable();\n    readable bytea;\n    prescribed integer;\n    clash jsonb;\nBEGIN\n',
        -- A hidden change must not fail this one, as it does under a snapshot of the whole transaction.
        E'    IF current_setting(''transaction_isolation'') <> ''read committed'' THEN\n'
        '        RAISE EXCEPTION ''writes need READ COMMITTED'' USING ERRCODE = ''object_not_in_prerequisite_state'';\n'
        '    END IF;\n',
        CASE WHEN vault.is_removable(relation) THEN format(
            E'    IF TG_OP = ''DELETE'' THEN\n        IF NOT vault.holds(writable, OLD.label) THEN\n'
            '            PERFORM vault.refuse_write(''RG403'', ''label'');\n        END IF;\n'
            '        UPDATE %s AS record SET removed = true\n'
            '            WHERE record.id = OLD.id AND record.label = OLD.label AND NOT record.removed;\n'
            '        IF NOT FOUND THEN\n            PERFORM vault.refuse_write(''RG409'', ''version'');\n        END IF;\n'
            '        RETURN OLD;\n    END IF;\n', relation) END,
        E'    IF TG_OP = ''INSERT'' THEN\n',
        E'        NEW.label := coalesce(NEW.label, 0);\n',
        CASE WHEN vault.is_withdrawable(relation) THEN
            E'        IF NEW.withdrawn_on IS NOT NULL THEN\n            PERFORM vault.refuse_write(''RG410'', ''withdrawn_on'');\n'
            '        END IF;\n' END,
        E'        IF NOT vault.holds(writable, NEW.label) THEN\n            PERFORM vault.refuse_write(''RG403'', ''label'');\n        END IF;\n',
        CASE WHEN EXISTS (SELECT FROM classified) THEN format(E'        prescribed := vault.prescribed_label(%L);\n'
            -- Making the label may have extended what is writable.
            '        writable := registry.writable();\n', part.table_name) END,
        (SELECT string_agg(format(
                E'        IF NEW.%1$I IS NULL AND num_nonnulls(%2$s) = 0 THEN\n            NEW.%1$I := prescribed;\n'
                '        ELSE\n            NEW.%1$I := coalesce(NEW.%1$I, prescribed);\n'
                '            IF NEW.%1$I = 0 OR NOT vault.holds(writable, NEW.%1$I)\n'
                '                    OR NOT vault.is_at_least(NEW.%1$I, prescribed) THEN\n'
                '                PERFORM vault.refuse_write(''RG403'', %3$L);\n            END IF;\n        END IF;\n',
                field_label, vault.columns_of(names, 'NEW'), field), '' ORDER BY ordinal) FROM classified),
        (SELECT string_agg(format(
                E'        IF NEW.%1$I IS NOT NULL AND (SELECT target.id FROM registry.%2$I AS target WHERE target.id = NEW.%1$I) IS NULL THEN\n'
                '            PERFORM vault.refuse_write(''RG404'', %1$L);\n        END IF;\n',
                reference.column_name, target_table.relname), '' ORDER BY reference.column_name)
            FROM vault.foreign_key(relation) AS reference JOIN pg_class AS target_table ON target_table.oid = reference.target
            WHERE reference.target_is_labelled),
        vault.clash_checks(relation),
        vault.circle_guard(relation),
        format(E'        INSERT INTO %s (id, label%s%s)\n            VALUES (NEW.id, NEW.label%s%s);\n        RETURN NEW;\n    END IF;\n',
            relation,
            (SELECT string_agg(', ' || quote_ident(name), '' ORDER BY ordinal) FROM member),
            (SELECT string_agg(', ' || quote_ident(field_label), '' ORDER BY ordinal) FROM classified),
            (SELECT string_agg(CASE WHEN default_value IS NULL THEN format(', NEW.%I', name)
                ELSE format(', coalesce(NEW.%I, %s)', name, default_value) END, '' ORDER BY ordinal) FROM member),
            (SELECT string_agg(format(', NEW.%I', field_label), '' ORDER BY ordinal) FROM classified)),
        format(E'    IF (%s) IS DISTINCT FROM (%s) THEN\n        PERFORM vault.refuse_write(''RG403'', ''label'');\n    END IF;\n',
            vault.columns_of(ARRAY['id', 'label'] || part.end_names, 'NEW'),
            vault.columns_of(ARRAY['id', 'label'] || part.end_names, 'OLD')),
        -- What is withdrawn changes only by being restored, and nothing changes with a withdrawal.
        CASE WHEN vault.is_withdrawable(relation) THEN format(
            E'    IF num_nonnulls(OLD.withdrawn_on, NEW.withdrawn_on) > 0\n'
            '            AND ((%1$s) IS DISTINCT FROM (%2$s)\n'
            '                OR num_nonnulls(OLD.withdrawn_on, NEW.withdrawn_on) = 2\n'
            '                    AND (%3$s) IS DISTINCT FROM (%4$s)) THEN\n'
            '        PERFORM vault.refuse_write(''RG410'', ''withdrawn_on'');\n    END IF;\n'
            '    IF OLD.withdrawn_on IS NULL AND NEW.withdrawn_on IS NOT NULL THEN\n'
            '        NEW.withdrawn_on := (now() AT TIME ZONE ''Europe/Vilnius'')::date;\n    END IF;\n',
            vault.columns_of(part.content || ARRAY(SELECT field_label FROM classified ORDER BY ordinal), 'NEW'),
            vault.columns_of(part.content || ARRAY(SELECT field_label FROM classified ORDER BY ordinal), 'OLD'),
            vault.columns_of(ARRAY['withdrawn_on', 'withdrawal_reason'], 'NEW'),
            vault.columns_of(ARRAY['withdrawn_on', 'withdrawal_reason'], 'OLD')) END,
        (SELECT string_agg(format(
                E'    IF NEW.%1$I IS DISTINCT FROM OLD.%1$I AND NOT vault.holds(writable, OLD.label) THEN\n'
                '        PERFORM vault.refuse_write(''RG403'', %1$L);\n    END IF;\n', name), '' ORDER BY ordinal)
            FROM unnest(part.public_names) WITH ORDINALITY AS each (name, ordinal)),
        -- Withheld; not this caller's to write; or another label than the first.
        (SELECT string_agg(format(
                E'    IF (%1$s) IS DISTINCT FROM (%2$s) AND (OLD.%3$I IS NULL OR NEW.%3$I = 0\n'
                '            OR NOT vault.holds(writable, NEW.%3$I)\n'
                '            OR NEW.%3$I IS DISTINCT FROM OLD.%3$I AND (num_nonnulls(%4$s) > 0\n'
                '                OR vault.had_value(OLD.id, %5$L) OR NOT vault.is_at_least(NEW.%3$I, OLD.%3$I)\n'
                '                OR NOT vault.is_at_least(NEW.%3$I, vault.prescribed_label(%6$L)))) THEN\n'
                '        PERFORM vault.refuse_write(''RG403'', %5$L);\n    END IF;\n',
                vault.columns_of(names || field_label, 'NEW'), vault.columns_of(names || field_label, 'OLD'), field_label,
                vault.columns_of(names, 'OLD'), field, part.table_name), '' ORDER BY ordinal)
            FROM classified),
        CASE WHEN part.changeable IS NULL THEN '' ELSE format(
            E'    IF (%s) IS NOT DISTINCT FROM (%s) THEN\n        RETURN NEW;\n    END IF;\n'
            '%s    readable := registry.readable();\n'
            -- Two updates of one version would both reach this point, since no trigger of a view locks the row: the row must
            -- still be as the caller saw it.
            '    UPDATE %s AS record SET %s\n    WHERE record.id = OLD.id AND record.label = OLD.label%s%s%s;\n'
            '    IF NOT FOUND THEN\n        PERFORM vault.refuse_write(''RG409'', ''version'');\n    END IF;\n',
            vault.columns_of(part.changeable || ARRAY(SELECT field_label FROM classified ORDER BY ordinal), 'NEW'),
            vault.columns_of(part.changeable || ARRAY(SELECT field_label FROM classified ORDER BY ordinal), 'OLD'),
            vault.clash_checks(relation),
            relation,
            concat_ws(', ',
                (SELECT string_agg(format('%1$I = NEW.%1$I', name), ', ' ORDER BY ordinal)
                    FROM unnest(part.public_names) WITH ORDINALITY AS each (name, ordinal)),
                (SELECT string_agg(format('%1$I = CASE WHEN OLD.%2$I IS NULL THEN record.%1$I ELSE NEW.%1$I END',
                        column_name, classified.field_label), ', ' ORDER BY classified.ordinal)
                    FROM classified CROSS JOIN LATERAL unnest(names || classified.field_label) AS column_name)),
            (SELECT string_agg(format(E'\n        AND record.%1$I IS NOT DISTINCT FROM OLD.%1$I', name), '' ORDER BY ordinal)
                FROM unnest(part.public_names) WITH ORDINALITY AS each (name, ordinal)),
            (SELECT string_agg(format(
                    E'\n        AND CASE WHEN vault.holds(readable, record.%2$I) THEN record.%1$I END IS NOT DISTINCT FROM OLD.%1$I',
                    column_name, classified.field_label), '' ORDER BY classified.ordinal)
                FROM classified CROSS JOIN LATERAL unnest(names || classified.field_label) AS column_name),
            CASE WHEN vault.is_removable(relation) THEN E'\n        AND NOT record.removed' END) END,
        E'    RETURN NEW;\nEND\n')
    FROM part
$$;

-- What may be written through a view: its records are created and changed, and those that are parts or links removed.
CREATE FUNCTION vault.guarded_operations(view_name text) RETURNS text[]
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp
RETURN ARRAY['INSERT', 'UPDATE']
    || CASE WHEN vault.is_removable(to_regclass(format('vault.%I', view_name))) THEN ARRAY['DELETE'] ELSE '{}' END;

-- Makes the guard of a view, and only then grants the right to write through it: a view without its guard could be updatable
-- past every check.
CREATE PROCEDURE vault.create_guard(view_name text, body text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('CREATE OR REPLACE FUNCTION vault.%I() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER '
        'SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS %L', 'guard_' || view_name, body);
    EXECUTE format('CREATE TRIGGER guard INSTEAD OF %s ON registry.%I '
        'FOR EACH ROW EXECUTE FUNCTION vault.%I()', array_to_string(vault.guarded_operations(view_name), ' OR '), view_name,
        'guard_' || view_name);
    EXECUTE format('GRANT %s ON registry.%I TO registry_app', array_to_string(vault.guarded_operations(view_name), ', '),
        view_name);
END
$$;
