-- A date that is absent comes last in both directions, as if it lay beyond the end of time: so one row comparison says what
-- follows a cursor, and an index answers it however far one has paged. A nullable column of another type has an index with
-- NULLS LAST, which gives the order and not the place in it.
SET ROLE registry_owner;

CREATE PROCEDURE vault.create_date_indexes(relation regclass, column_name text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('CREATE INDEX ON %s (coalesce(%I, ''infinity''::date), id)', relation, column_name);
    EXECUTE format('CREATE INDEX ON %s (coalesce(%I, ''-infinity''::date) DESC, id DESC)', relation, column_name);
END
$$;

CREATE OR REPLACE PROCEDURE vault.create_indexes(
    relation text, ordered text[], searched text[] DEFAULT '{}', contained text[] DEFAULT '{}')
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    column_name text;
    ordering pg_attribute;
BEGIN
    FOREACH column_name IN ARRAY ordered LOOP
        EXECUTE format('CREATE INDEX ON vault.%I (%I, id)', relation, column_name);
        SELECT * INTO STRICT ordering FROM pg_attribute AS attribute
            WHERE attribute.attrelid = format('vault.%I', relation)::regclass AND attribute.attname = column_name;
        IF NOT ordering.attnotnull AND ordering.atttypid = 'date'::regtype THEN
            CALL vault.create_date_indexes(format('vault.%I', relation)::regclass, column_name);
        ELSIF NOT ordering.attnotnull THEN
            EXECUTE format('CREATE INDEX ON vault.%I (%I DESC NULLS LAST, id DESC)', relation, column_name);
        END IF;
    END LOOP;
    FOREACH column_name IN ARRAY searched LOOP
        EXECUTE format('CREATE INDEX ON vault.%I USING gin (%I vault.gin_trgm_ops)', relation, column_name);
    END LOOP;
    FOREACH column_name IN ARRAY contained LOOP
        EXECUTE format('CREATE INDEX ON vault.%I USING gin (%I)', relation, column_name);
    END LOOP;
END
$$;

DO $$
DECLARE
    -- Descending, nulls last.
    outdated CONSTANT smallint := 1;
    index record;
BEGIN
    FOR index IN
        SELECT pg_index.indexrelid::regclass AS name, pg_index.indrelid::regclass AS relation, attribute.attname AS column_name
        FROM pg_index
        JOIN pg_class ON pg_class.oid = pg_index.indrelid AND pg_class.relnamespace = 'vault'::regnamespace
        JOIN pg_attribute AS attribute ON attribute.attrelid = pg_index.indrelid AND attribute.attnum = pg_index.indkey[0]
        WHERE attribute.atttypid = 'date'::regtype AND NOT attribute.attnotnull AND pg_index.indoption[0] = outdated
    LOOP
        CALL vault.create_date_indexes(index.relation, index.column_name);
        EXECUTE format('DROP INDEX %s', index.name);
    END LOOP;
END
$$;
