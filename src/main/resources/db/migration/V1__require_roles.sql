-- Roles belong to the whole server and their rights decide everything that follows, so an administrator creates them
-- (bootstrap/roles.sql) and the migrations only refuse to go on without them.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registry_owner' AND NOT rolcanlogin AND NOT rolsuper) THEN
        RAISE EXCEPTION 'role registry_owner is missing, can log in or is a superuser'
            USING HINT = 'Run db/bootstrap/roles.sql as a superuser.';
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registry_app' AND NOT rolsuper) THEN
        RAISE EXCEPTION 'role registry_app is missing or is a superuser'
            USING HINT = 'Run db/bootstrap/roles.sql as a superuser.';
    END IF;
    IF NOT has_database_privilege('registry_owner', current_database(), 'CREATE') THEN
        RAISE EXCEPTION 'role registry_owner may not create schemas in this database'
            USING HINT = 'Run db/bootstrap/roles.sql as a superuser.';
    END IF;
    IF has_database_privilege('registry_app', current_database(), 'TEMPORARY') THEN
        RAISE EXCEPTION 'role registry_app may create temporary objects in this database'
            USING HINT = 'Run db/bootstrap/roles.sql as a superuser.';
    END IF;
END
$$;
