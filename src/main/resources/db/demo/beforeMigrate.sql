-- Development and tests only: creates the roles that bootstrap/roles.sql creates elsewhere, with a fixed password. The
-- migrator is the embedded server's superuser. Flyway runs this before each migrate, so it leaves existing roles alone.
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
