-- From here on the service can see what its callers can read.
SET ROLE registry_owner;

CALL vault.generate_views();
