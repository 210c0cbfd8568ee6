-- vault holds the tables, which the service cannot touch; registry holds the redacting views over them, which is all
-- that the service can see. A function is executable by PUBLIC unless one says otherwise, so we say otherwise first.
SET ROLE registry_owner;

CREATE SCHEMA vault;
CREATE SCHEMA registry;
GRANT USAGE ON SCHEMA registry TO registry_app;

ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Case-insensitive search for parts of names. In vault, so that nobody can call what it brings.
CREATE EXTENSION pg_trgm SCHEMA vault;
