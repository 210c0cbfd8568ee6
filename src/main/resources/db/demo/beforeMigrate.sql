-- Development and tests only, where the migrator is the embedded server's superuser: what bootstrap/roles.sql and the
-- operator's password do elsewhere. Flyway calls it before every migration, so it changes nothing that is there already.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registry_owner') THEN
        CREATE ROLE registry_owner NOLOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'registry_app') THEN
        CREATE ROLE registry_app LOGIN PASSWORD 'registry';
    END IF;
    EXECUTE format('GRANT CREATE ON DATABASE %I TO registry_owner', current_database());
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END
$$;
