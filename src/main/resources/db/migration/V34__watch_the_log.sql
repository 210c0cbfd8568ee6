-- The check at the start looks after the log as well: its rows cannot change while their triggers stand.
SET ROLE registry_owner;

ALTER FUNCTION registry.unsound() SET SCHEMA vault;
ALTER FUNCTION vault.unsound() RENAME TO unsound_rights;
REVOKE EXECUTE ON FUNCTION vault.unsound_rights() FROM registry_app;

CREATE FUNCTION registry.unsound() RETURNS SETOF text
STABLE LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT * FROM vault.unsound_rights()
    UNION ALL
    SELECT 'the log can be audited before anybody has entered'
    WHERE coalesce(current_setting('registry.entered', true), '') = ''
        AND current_setting('registry.audited', true) <> ''
    UNION ALL
    SELECT format('rows of %s can change', kept.name)
    FROM (VALUES ('vault.reading'::regclass), ('vault.reading_seal'::regclass), ('vault.confidentiality_label'::regclass))
        AS kept (name)
    WHERE NOT EXISTS (SELECT FROM pg_trigger
        WHERE tgrelid = kept.name AND tgname = 'refuse_change' AND tgenabled IN ('O', 'A')
            AND tgfoid = 'vault.refuse_change()'::regprocedure)
$$;
GRANT EXECUTE ON FUNCTION registry.unsound() TO registry_app;
