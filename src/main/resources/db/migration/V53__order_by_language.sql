-- Names in the order of a language: that of Lithuanian has y beside i and š after s, that of Ukrainian ґ after г and є after
-- е, whatever the database's own locale. Each of these indexes takes about as much as the name's first one.
SET ROLE registry_owner;

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_collation
            WHERE collnamespace = 'pg_catalog'::regnamespace AND collname = 'en-x-icu') THEN
        RAISE EXCEPTION 'PostgreSQL lacks the ICU collation en-x-icu'
            USING HINT = 'Use a PostgreSQL that was built with ICU.';
    END IF;
END
$$;

-- For what a caller orders by a language: names and titles, not addresses of websites.
CREATE PROCEDURE vault.create_indexes_by_language(relation text, names text[])
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    column_name text;
    collation_name text;
BEGIN
    FOREACH column_name IN ARRAY names LOOP
        FOREACH collation_name IN ARRAY ARRAY['en-x-icu', 'lt-x-icu', 'uk-x-icu'] LOOP
            EXECUTE format('CREATE INDEX ON vault.%I (%I COLLATE pg_catalog.%I, id)', relation, column_name, collation_name);
        END LOOP;
    END LOOP;
END
$$;

CALL vault.create_indexes_by_language('organisation', '{name}');
CALL vault.create_indexes_by_language('person', '{name}');
CALL vault.create_indexes_by_language('post', '{title}');
CALL vault.create_indexes_by_language('statement', '{topic}');
CALL vault.create_indexes_by_language('source', '{title,publisher}');
CALL vault.create_indexes_by_language('partner_firm', '{legal_name}');
CALL vault.create_indexes_by_language('production_facility', '{name}');
CALL vault.create_indexes_by_language('weapon_system', '{code_name}');
CALL vault.create_indexes_by_language('agreement', '{title}');
CALL vault.create_indexes_by_language('programme', '{name}');
CALL vault.create_indexes_by_language('fundraising_campaign', '{name}');
