-- Run once by a superuser, connected to the registry's own empty database, before the first migration:
--     psql --dbname=<database> --file=roles.sql
-- It creates three roles without passwords; set them afterwards with \password registry_app and
-- \password registry_migrator, or use another method of authentication. It can be run again.
--   registry_owner     cannot log in; owns all tables, views and functions of the registry
--   registry_migrator  runs the migrations; the service's container must not have its credentials
--   registry_app       the role of the service; has rights on schema registry only, or the service does not start
DO $$
DECLARE
    role_definition record;
BEGIN
    FOR role_definition IN
        SELECT * FROM (VALUES
            ('registry_owner', 'NOLOGIN'),
            ('registry_migrator', 'LOGIN'),
            ('registry_app', 'LOGIN')) AS definition (name, login)
    LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_definition.name) THEN
            EXECUTE format('CREATE ROLE %I %s', role_definition.name, role_definition.login);
        END IF;
    END LOOP;

    EXECUTE format('GRANT CREATE ON DATABASE %I TO registry_owner', current_database());
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
    -- The schema for Flyway's history.
    EXECUTE format('ALTER ROLE registry_migrator IN DATABASE %I SET search_path = migration', current_database());
END
$$;

GRANT registry_owner TO registry_migrator;

CREATE SCHEMA IF NOT EXISTS migration AUTHORIZATION registry_migrator;
