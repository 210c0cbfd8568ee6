-- What is wrong with the role that this session logged in as, or with what it could reach past the views. The service
-- asks at start and refuses to run unless the answer is empty. A role is judged with every role that it could become.
SET ROLE registry_owner;

CREATE FUNCTION registry.unsound() RETURNS SETOF text
STABLE LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH reach AS MATERIALIZED (
        SELECT role.* FROM pg_roles AS role WHERE pg_has_role(session_user, role.oid, 'MEMBER')
            -- A superuser is a member of every role and has every right: that it is one says enough.
            AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = session_user)
    ), owned AS MATERIALIZED (
        SELECT routine.oid, routine.oid::regprocedure AS name, routine.pronamespace, routine.proowner, routine.proacl
        FROM pg_proc AS routine
        WHERE routine.pronamespace IN ('vault'::regnamespace, 'registry'::regnamespace)
            -- What an extension brought lies in vault, where only its owner has USAGE.
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
    SELECT format('view registry.%I is not what the generator makes', coalesce(expected.name, generated.name))
    FROM vault.view_definition() AS expected
    FULL JOIN vault.generated_view AS generated ON generated.name = expected.name
    WHERE generated.definition_digest IS DISTINCT FROM vault.digest(expected.definition)
        OR generated.view_digest IS DISTINCT FROM vault.view_digest(generated.name)
    UNION ALL
    SELECT format('%s is not owned by registry_owner', class.oid::regclass)
    FROM pg_class AS class
    WHERE class.relnamespace IN ('vault'::regnamespace, 'registry'::regnamespace)
        AND class.relowner <> 'registry_owner'::regrole
    UNION ALL
    SELECT format('view %s has a rule of its own', rule.ev_class::regclass)
    FROM pg_rewrite AS rule JOIN pg_class AS class ON class.oid = rule.ev_class
    WHERE class.relnamespace = 'registry'::regnamespace AND rule.rulename <> '_RETURN'
    UNION ALL
    SELECT format('security definer function %s %s', routine.oid::regprocedure, fault.name)
    FROM pg_proc AS routine
    CROSS JOIN LATERAL (VALUES
        ('is not owned by registry_owner', routine.proowner <> 'registry_owner'::regrole),
        ('has another search_path than pg_catalog, pg_temp',
            'search_path=pg_catalog, pg_temp' <> ALL (coalesce(routine.proconfig, '{}')))) AS fault (name, found)
    WHERE routine.prosecdef AND routine.pronamespace <> 'pg_catalog'::regnamespace AND fault.found
    UNION ALL
    -- Nobody reads by a set that has a label too many, and nobody has lost one by a set that has one too few.
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
    SELECT 'labels are readable before anybody has entered'
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
GRANT EXECUTE ON FUNCTION registry.unsound() TO registry_app;
