-- Creates two schemas: vault holds the tables, which the service cannot access, and registry holds the redacting views
-- over them. Roles belong to the whole server, so an administrator creates them (bootstrap/roles.sql); the migrations
-- stop if a role, the encoding or a collation does not meet their requirements.
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
    IF getdatabaseencoding() <> 'UTF8' THEN
        RAISE EXCEPTION 'the database is encoded in %', getdatabaseencoding()
            USING HINT = 'Create it with encoding UTF8.';
    END IF;
    IF (SELECT count(*) FROM pg_collation WHERE collnamespace = 'pg_catalog'::regnamespace
            AND collname IN ('und-x-icu', 'en-x-icu', 'lt-x-icu', 'uk-x-icu')) < 4 THEN
        RAISE EXCEPTION 'PostgreSQL lacks the ICU collations und-x-icu, en-x-icu, lt-x-icu and uk-x-icu'
            USING HINT = 'Use a PostgreSQL that was built with ICU, as the packages of Debian, Red Hat and the official container image are.';
    END IF;
END
$$;

SET ROLE registry_owner;

CREATE SCHEMA vault;
CREATE SCHEMA registry;
GRANT USAGE ON SCHEMA registry TO registry_app;

-- By default, every role may execute a new function. Here each function that the service calls is granted by name.
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Provides trigram indexes for substring searches. In vault, so that the service cannot call the extension's functions.
CREATE EXTENSION pg_trgm SCHEMA vault;
