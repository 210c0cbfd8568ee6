-- Lists violations: rights by which the session's login role could bypass the views, and views or functions that are not
-- as the migrations made them. The service calls this at start, and does not run unless the result is empty.
SET ROLE registry_owner;

-- Identifies the state of the catalogue from which the views are generated: relations, columns, constraints, triggers,
-- rules and functions of both schemas, each by the transaction that wrote it. While it stays the same on the same
-- server, the views are what the generator would make.
CREATE OR REPLACE FUNCTION vault.catalogue_digest() RETURNS bytea
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    WITH relation AS MATERIALIZED (
        SELECT oid, relname, relkind, reloptions FROM pg_class
        WHERE relnamespace IN ('vault'::regnamespace, 'registry'::regnamespace) AND relkind NOT IN ('i', 'I', 'S', 't')
    ), version AS (
        SELECT 1 AS kind, attrelid AS oid, attnum AS ordinal, xmin FROM pg_attribute
        WHERE attrelid IN (SELECT oid FROM relation) AND attnum > 0
        UNION ALL
        SELECT 2, oid, 0, xmin FROM pg_constraint WHERE conrelid IN (SELECT oid FROM relation)
        UNION ALL
        SELECT 3, oid, 0, xmin FROM pg_trigger WHERE tgrelid IN (SELECT oid FROM relation)
        UNION ALL
        SELECT 4, oid, 0, xmin FROM pg_rewrite WHERE ev_class IN (SELECT oid FROM relation)
        UNION ALL
        SELECT 5, oid, 0, xmin FROM pg_proc
        WHERE pronamespace IN ('vault'::regnamespace, 'registry'::regnamespace)
        UNION ALL
        SELECT 6, hashtext(name)::oid, 0, xmin FROM vault.unlabelled_table
        UNION ALL
        SELECT 7, hashtext(name)::oid, 0, xmin FROM vault.generated_view
    )
    SELECT sha256(convert_to(concat_ws(E'\n',
        (SELECT system_identifier FROM pg_control_system()),
        (SELECT string_agg(relation::text, E'\n' ORDER BY oid) FROM relation),
        (SELECT string_agg(concat_ws(' ', kind, oid, ordinal, xmin), E'\n' ORDER BY kind, oid, ordinal) FROM version)),
        'UTF8'))
$$;

-- The views that differ from what the generator makes. It generates all texts again, which takes most of the check's time.
CREATE OR REPLACE FUNCTION vault.changed_view() RETURNS SETOF text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(expected.name, generated.name)
    FROM vault.view_definition() AS expected
    FULL JOIN vault.generated_view AS generated ON generated.name = expected.name
    WHERE generated.definition_digest IS DISTINCT FROM vault.digest(expected.definition)
        OR generated.view_digest IS DISTINCT FROM vault.view_digest(generated.name)
        OR generated.guard_digest IS DISTINCT FROM vault.digest(expected.guard)
$$;

-- Compares views, guards and recorders after each migration (afterMigrate.sql), so that the service need not at its start.
CREATE OR REPLACE PROCEDURE vault.check_catalogue()
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM vault.checked_catalogue;
    INSERT INTO vault.checked_catalogue (digest)
        SELECT vault.catalogue_digest() WHERE NOT EXISTS (SELECT FROM vault.changed_view());
END
$$;

-- Anything that could change or discard the effect of a statement, other than the triggers of the migrations.
CREATE OR REPLACE FUNCTION vault.interference_violations() RETURNS SETOF text
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    WITH relation AS MATERIALIZED (
        SELECT oid, relkind, relrowsecurity OR relforcerowsecurity AS row_security FROM pg_class
        WHERE relnamespace IN ('vault'::regnamespace, 'registry'::regnamespace) AND relkind NOT IN ('i', 'I', 'S', 't', 'c')
    ), attached AS MATERIALIZED (
        SELECT tgrelid, tgname, tgfoid, tgisinternal, tgenabled, tgtype & 66 AS timing FROM pg_trigger
        WHERE tgrelid IN (SELECT oid FROM relation)
    ), ours AS MATERIALIZED (
        SELECT oid FROM pg_proc WHERE pronamespace = 'vault'::regnamespace AND proowner = 'registry_owner'::regrole
    )
    SELECT format('trigger %I of %s executes a function that is not ours', tgname, tgrelid::regclass)
    FROM attached WHERE NOT tgisinternal AND tgfoid NOT IN (SELECT oid FROM ours)
    UNION ALL
    -- A trigger function that returns NULL discards the row BEFORE it is written, but has no effect AFTER.
    SELECT format('trigger function %s is executed at more than one time', tgfoid::regprocedure)
    FROM attached WHERE NOT tgisinternal GROUP BY tgfoid HAVING count(DISTINCT timing) > 1
    UNION ALL
    SELECT format('a trigger of %s is disabled', tgrelid::regclass)
    FROM attached WHERE tgenabled NOT IN ('O', 'A') GROUP BY tgrelid
    UNION ALL
    SELECT format('%s has a rule of its own', ev_class::regclass)
    FROM pg_rewrite AS rule JOIN relation ON relation.oid = rule.ev_class
    WHERE rule.rulename <> '_RETURN' OR rule.ev_enabled NOT IN ('O', 'A')
    UNION ALL
    SELECT format('%s has row security', oid::regclass)
    FROM relation WHERE row_security OR oid IN (SELECT polrelid FROM pg_policy)
    UNION ALL
    SELECT format('%s inherits from %s', inhrelid::regclass, inhparent::regclass)
    FROM pg_inherits WHERE inhparent IN (SELECT oid FROM relation) OR inhrelid IN (SELECT oid FROM relation)
    UNION ALL
    SELECT 'triggers are not executed in a session of this role'
    WHERE current_setting('session_replication_role') <> 'origin'
$$;

-- Attributes and rights of the role and of every role that it can assume by which it could reach too much, and views,
-- functions and sets of labels that would show too much.
CREATE OR REPLACE FUNCTION vault.rights_violations() RETURNS SETOF text
STABLE LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH reach AS MATERIALIZED (
        SELECT role.* FROM pg_roles AS role WHERE pg_has_role(session_user, role.oid, 'MEMBER')
            -- A superuser is a member of every role and has every right, so one finding is enough.
            AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = session_user)
    ), routine AS MATERIALIZED (
        SELECT oid, pronamespace, proowner, proacl, prosecdef, proconfig,
            pronamespace IN ('vault'::regnamespace, 'registry'::regnamespace) AS ours
        FROM pg_proc
        WHERE pronamespace IN ('vault'::regnamespace, 'registry'::regnamespace)
            OR prosecdef AND pronamespace <> 'pg_catalog'::regnamespace
    ), owned AS MATERIALIZED (
        SELECT routine.oid, routine.oid::regprocedure AS name, routine.pronamespace, routine.proowner, routine.proacl
        FROM routine
        WHERE routine.ours
            -- Functions of extensions are in vault, on which only its owner has USAGE.
            AND NOT EXISTS (SELECT FROM pg_depend
                WHERE classid = 'pg_proc'::regclass AND objid = routine.oid AND deptype = 'e')
    )
    SELECT format('role %I has the attribute %s', reach.rolname, attribute.name)
    FROM (SELECT * FROM reach UNION SELECT * FROM pg_roles WHERE rolname = session_user) AS reach
    CROSS JOIN LATERAL (VALUES ('SUPERUSER', rolsuper), ('BYPASSRLS', rolbypassrls),
        ('CREATEROLE', rolcreaterole), ('CREATEDB', rolcreatedb), ('REPLICATION', rolreplication)) AS attribute (name, held)
    WHERE attribute.held
    UNION ALL
    SELECT format('role %I is a member of %I', session_user, reach.rolname)
    FROM reach WHERE (reach.rolname ~ '^pg_' OR reach.rolname = 'registry_owner')
    UNION ALL
    SELECT format('role %I has a right on schema vault', reach.rolname)
    FROM reach WHERE has_schema_privilege(reach.oid, 'vault', 'USAGE, CREATE')
    UNION ALL
    SELECT format('role %I has a right on %s', reach.rolname, class.oid::regclass)
    FROM reach CROSS JOIN pg_class AS class
    WHERE class.relnamespace = 'vault'::regnamespace AND CASE class.relkind
        WHEN 'S' THEN has_sequence_privilege(reach.oid, class.oid, 'USAGE, SELECT, UPDATE')
        WHEN 'i' THEN false
        WHEN 'c' THEN false
        ELSE has_table_privilege(reach.oid, class.oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER')
            OR has_any_column_privilege(reach.oid, class.oid, 'SELECT, INSERT, UPDATE, REFERENCES') END
    UNION ALL
    SELECT format('role %I may execute %s', reach.rolname, owned.name)
    FROM reach CROSS JOIN owned
    WHERE owned.pronamespace = 'vault'::regnamespace AND has_function_privilege(reach.oid, owned.oid, 'EXECUTE')
    UNION ALL
    SELECT format('role %I may create temporary objects', reach.rolname)
    FROM reach WHERE has_database_privilege(reach.oid, current_database(), 'TEMPORARY')
    UNION ALL
    SELECT format('role %I may create schemas', reach.rolname)
    FROM reach WHERE has_database_privilege(reach.oid, current_database(), 'CREATE')
    UNION ALL
    SELECT format('role %I may create objects in schema %I', reach.rolname, schema.nspname)
    FROM reach CROSS JOIN pg_namespace AS schema WHERE has_schema_privilege(reach.oid, schema.oid, 'CREATE')
    UNION ALL
    SELECT format('PUBLIC may execute %s', owned.name)
    FROM owned CROSS JOIN LATERAL aclexplode(coalesce(owned.proacl, acldefault('f', owned.proowner))) AS entry
    WHERE entry.grantee = 0
    UNION ALL
    SELECT format('%s is not one of the generated views', class.oid::regclass)
    FROM pg_class AS class
    WHERE class.relnamespace = 'registry'::regnamespace
        AND NOT EXISTS (SELECT FROM vault.generated_view WHERE generated_view.name = class.relname)
    UNION ALL
    SELECT format('view registry.%I is not what the generator makes', changed.name)
    FROM vault.changed_view() AS changed (name)
    WHERE NOT EXISTS (SELECT FROM vault.checked_catalogue WHERE digest = (SELECT vault.catalogue_digest()))
    UNION ALL
    -- Without its guard, a view could be updatable past every check.
    SELECT format('view registry.%I is written without its guard', class.relname)
    FROM pg_class AS class
    LEFT JOIN vault.generated_view AS generated ON generated.name = class.relname
    WHERE class.relnamespace = 'registry'::regnamespace
        AND EXISTS (SELECT FROM reach WHERE has_table_privilege(reach.oid, class.oid, 'INSERT, UPDATE, DELETE')
            OR has_any_column_privilege(reach.oid, class.oid, 'INSERT, UPDATE'))
        AND NOT EXISTS (SELECT FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
            WHERE tgrelid = class.oid AND tgname = 'guard' AND tgenabled IN ('O', 'A')
                AND tgtype = 1 | 64 | 4 | 16 | CASE WHEN 'DELETE' = ANY (vault.guarded_operations(class.relname)) THEN 8 ELSE 0 END
                AND proname = 'guard_' || class.relname AND pronamespace = 'vault'::regnamespace
                AND vault.digest(prosrc) = generated.guard_digest)
    UNION ALL
    SELECT format('role %I has a right to delete from registry.%I', reach.rolname, class.relname)
    FROM reach CROSS JOIN pg_class AS class
    LEFT JOIN vault.generated_view AS generated ON generated.name = class.relname AND generated.guard_digest IS NOT NULL
    WHERE class.relnamespace = 'registry'::regnamespace AND class.relkind IN ('v', 'r')
        -- With a guard that removes instead, it is no right to delete.
        AND (has_table_privilege(reach.oid, class.oid, 'TRUNCATE')
            OR has_table_privilege(reach.oid, class.oid, 'DELETE')
                AND (generated.name IS NULL OR 'DELETE' <> ALL (vault.guarded_operations(generated.name))))
    UNION ALL
    SELECT format('changes of %s are not recorded', recorded.relation)
    FROM (
        SELECT relation, name, vault.insert_recorder(relation) AS insert_recorder, vault.update_recorder(relation) AS update_recorder
        FROM (SELECT format('vault.%I', name)::regclass AS relation, name FROM vault.generated_view WHERE guard_digest IS NOT NULL)
            AS guarded
        -- Once for each table, and not for each trigger.
        OFFSET 0
    ) AS recorded
    WHERE NOT EXISTS (SELECT FROM vault.checked_catalogue WHERE digest = (SELECT vault.catalogue_digest()))
        AND (SELECT count(*) FROM pg_trigger JOIN pg_proc ON pg_proc.oid = tgfoid
        WHERE tgrelid = recorded.relation AND tgenabled IN ('O', 'A')
            AND (pg_get_triggerdef(pg_trigger.oid), prosrc) IN (
                (format('CREATE TRIGGER record_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT '
                    'EXECUTE FUNCTION vault.%I()', recorded.relation, 'record_insert_of_' || recorded.name),
                    recorded.insert_recorder),
                (format('CREATE TRIGGER record_update AFTER UPDATE ON %s FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) '
                    'EXECUTE FUNCTION vault.%I()', recorded.relation, 'record_update_of_' || recorded.name),
                    recorded.update_recorder),
                (format('CREATE TRIGGER record_delete AFTER DELETE ON %s FOR EACH ROW EXECUTE FUNCTION vault.record_delete()',
                    recorded.relation), prosrc))) < 3
    UNION ALL
    SELECT 'writes are not sealed'
    WHERE NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = 'vault.write'::regclass AND tgenabled IN ('O', 'A')
        AND pg_get_triggerdef(oid) = 'CREATE CONSTRAINT TRIGGER await_seal AFTER INSERT ON vault.write DEFERRABLE INITIALLY '
            'DEFERRED FOR EACH ROW WHEN ((new.nation IS NOT NULL)) EXECUTE FUNCTION vault.await_seal()')
    UNION ALL
    -- A public answer is kept as long as the epoch does not move.
    SELECT format('public changes of %s do not move the public epoch', followed.relation)
    FROM (
        SELECT 'vault.write'::regclass AS relation, 'INSERT' AS events
        UNION ALL
        SELECT format('vault.%I', name)::regclass, 'INSERT OR DELETE OR UPDATE' FROM vault.unlabelled_table
        WHERE kind = 'REFERENCE'
    ) AS followed
    WHERE NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = followed.relation AND tgenabled IN ('O', 'A')
        AND pg_get_triggerdef(oid) = format('CREATE CONSTRAINT TRIGGER move_public_epoch AFTER %s ON %s DEFERRABLE INITIALLY '
            'DEFERRED FOR EACH ROW EXECUTE FUNCTION vault.move_public_epoch()', followed.events, followed.relation))
    UNION ALL
    SELECT 'the public epoch is missing'
    WHERE NOT EXISTS (SELECT FROM vault.public_epoch)
    UNION ALL
    SELECT 'changes can be written before a caller is set'
    WHERE coalesce(current_setting('registry.entered', true), '') = ''
        AND (current_setting('registry.writable', true) <> '' OR current_setting('registry.writer', true) <> '')
    UNION ALL
    SELECT * FROM vault.interference_violations()
    UNION ALL
    SELECT format('%s is not owned by registry_owner', class.oid::regclass)
    FROM pg_class AS class
    WHERE class.relnamespace IN ('vault'::regnamespace, 'registry'::regnamespace)
        AND class.relowner <> 'registry_owner'::regrole
    UNION ALL
    SELECT format('security definer function %s %s', routine.oid::regprocedure, fault.name)
    FROM routine
    CROSS JOIN LATERAL (VALUES
        ('is not owned by registry_owner', routine.proowner <> 'registry_owner'::regrole),
        ('has another search_path than pg_catalog, pg_temp',
            'search_path=pg_catalog, pg_temp' <> ALL (coalesce(routine.proconfig, '{}')))) AS fault (name, found)
    WHERE routine.prosecdef AND fault.found
    UNION ALL
    -- An extra label in a set shows too much; a missing label hides too much.
    SELECT format('the sets of labels by %s are not those of the labels', difference.clause)
    FROM (
        SELECT 'level' AS clause, (SELECT sum(bit_count(labels)) FROM vault.label_set_by_level) AS members,
            count(*) AS labels
        FROM vault.confidentiality_label AS label JOIN vault.label_set_by_level AS set
            ON (label.classification, label.succession_on, label.succession_to)
                IS NOT DISTINCT FROM (set.classification, set.succession_on, set.succession_to)
        WHERE vault.contains_label(set.labels, label.id)
        UNION ALL
        SELECT 'nation', (SELECT sum(bit_count(labels)) FROM vault.label_set_by_nation), count(*)
        FROM vault.confidentiality_label AS label JOIN vault.label_set_by_nation AS set
            ON (label.releasable_to, label.originator_nation) IS NOT DISTINCT FROM (set.releasable_to, set.originator_nation)
        WHERE vault.contains_label(set.labels, label.id)
        UNION ALL
        SELECT 'compartment', (SELECT sum(bit_count(labels)) FROM vault.label_set_by_compartment), count(*)
        FROM vault.confidentiality_label AS label JOIN vault.label_set_by_compartment AS set
            ON label.special_handling = set.special_handling
        WHERE vault.contains_label(set.labels, label.id)
    ) AS difference
    WHERE coalesce(difference.members, 0) <> difference.labels
        OR difference.labels <> (SELECT count(*) FROM vault.confidentiality_label WHERE policy <> 'PUBLIC')
    UNION ALL
    SELECT 'labels are readable before a caller is set'
    WHERE coalesce(current_setting('registry.entered', true), '') = ''
        AND current_setting('registry.readable', true) <> ''
    UNION ALL
    SELECT 'function registry.readable() is not STABLE'
    WHERE (SELECT provolatile FROM pg_proc WHERE oid = 'registry.readable()'::regprocedure) <> 's'
    UNION ALL
    SELECT format('registry_owner has the attribute %s', attribute.name)
    FROM pg_roles AS role
    CROSS JOIN LATERAL (VALUES ('SUPERUSER', rolsuper), ('LOGIN', rolcanlogin)) AS attribute (name, held)
    WHERE role.rolname = 'registry_owner' AND attribute.held
$$;

CREATE OR REPLACE FUNCTION registry.violations() RETURNS SETOF text
STABLE LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT * FROM vault.rights_violations()
    UNION ALL
    SELECT 'the log can be audited before a caller is set'
    WHERE coalesce(current_setting('registry.entered', true), '') = ''
        AND current_setting('registry.audited', true) <> ''
    UNION ALL
    SELECT format('rows of %s can change', kept.name)
    FROM (VALUES ('vault.reading'::regclass), ('vault.reading_seal'::regclass), ('vault.confidentiality_label'::regclass),
        ('vault.write'::regclass), ('vault.change'::regclass), ('vault.change_of'::regclass),
        ('vault.erasure'::regclass)) AS kept (name)
    WHERE NOT EXISTS (SELECT FROM pg_trigger
            WHERE tgrelid = kept.name AND tgname = 'refuse_change' AND tgenabled IN ('O', 'A')
                AND tgfoid = 'vault.refuse_change()'::regprocedure)
        OR kept.name = 'vault.change'::regclass AND NOT EXISTS (SELECT FROM pg_trigger
            WHERE tgrelid = kept.name AND tgname = 'refuse_all_but_erasure' AND tgenabled IN ('O', 'A')
                AND tgfoid = 'vault.refuse_all_but_erasure()'::regprocedure)
$$;
GRANT EXECUTE ON FUNCTION registry.violations() TO registry_app;
