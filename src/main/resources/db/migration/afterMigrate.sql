-- Flyway runs this after each migrate, even if there was nothing to apply.
CALL vault.check_catalogue();
