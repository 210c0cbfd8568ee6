-- Flyway calls it after every migration, one without anything to do included. An intermediate version may lack the check.
DO $$
BEGIN
    IF to_regprocedure('vault.check_catalogue()') IS NOT NULL THEN
        CALL vault.check_catalogue();
    END IF;
END
$$;
