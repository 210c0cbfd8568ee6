-- Flyway runs this after every migration, also after one that had nothing to apply.
CALL vault.check_catalogue();
