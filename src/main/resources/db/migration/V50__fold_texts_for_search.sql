-- A search finds a text however it was typed: in capitals or not, composed or decomposed, with any apostrophe, without the
-- marks of Latin letters. A Cyrillic letter is only itself, but that ґ and г find each other. Texts are folded when they are
-- written, because folding a text takes longer than looking for a part in it: a text x of a record has a column x_search
-- beside it, made by PostgreSQL, which the generator shows and classifies with x.
SET ROLE registry_owner;

DO $$
BEGIN
    IF getdatabaseencoding() <> 'UTF8' THEN
        RAISE EXCEPTION 'the database is encoded in %', getdatabaseencoding()
            USING HINT = 'Create it with encoding UTF8.';
    END IF;
    IF (SELECT count(*) FROM pg_collation
            WHERE collnamespace = 'pg_catalog'::regnamespace AND collname IN ('und-x-icu', 'lt-x-icu', 'uk-x-icu')) < 3 THEN
        RAISE EXCEPTION 'PostgreSQL lacks the ICU collations und-x-icu, lt-x-icu and uk-x-icu'
            USING HINT = 'Use a PostgreSQL that was built with ICU, as the packages of Debian, Red Hat and the official container image are.';
    END IF;
END
$$;

-- What two texts have in common that find each other. Of ASCII alone it is what lower makes of it, which the first branch
-- does in a tenth of the time. No folded text holds U+001F, which separates those of a list.
CREATE FUNCTION registry.folded(content text) RETURNS text
IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN translate(
    CASE WHEN octet_length(content) = char_length(content) THEN lower(content COLLATE "C")
    ELSE translate(
        normalize(
            regexp_replace(
                lower(normalize(
                    replace(replace(replace(
                        translate(lower(content COLLATE "und-x-icu"),
                            -- Apostrophes; hyphens and dashes; quotation marks; Latin letters with a stroke or without a
                            -- dot, ґ and the final ς; last what has no width, which is dropped.
                            U&'\2019\2018\201B\02BC\02BB\02B9\2032\00B4\FF07'
                                '\2010\2011\2012\2013\2014\2212'
                                '\201E\201C\201D\00AB\00BB\201F\2033'
                                '\0142\0111\00F8\0131\0491\03C2'
                                '\00AD\200B\200C\200D\2060\FEFF',
                            U&''''''''''''''''''''
                                '------'
                                '"""""""'
                                'ldoi\0433\03C3'),
                        U&'\00DF', 'ss'), U&'\00E6', 'ae'), U&'\0153', 'oe'),
                    NFKD) COLLATE "und-x-icu"),
                U&'([a-z])[\0300-\036F]+', '\1', 'g'),
            NFKC),
        -- Stress marks: those that have made no letter.
        U&'\0300\0301', '') COLLATE "C" END,
    U&'`\001F', ''' ');

-- The pattern of LIKE for a part of a folded text.
CREATE FUNCTION registry.search_pattern(part text) RETURNS text
IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN replace(replace(replace(registry.folded(part), '\', '\\'), '%', '\%'), '_', '\_');

-- The texts of a list, each after a separator.
CREATE FUNCTION registry.folded(contents text[]) RETURNS text
IMMUTABLE PARALLEL SAFE LANGUAGE sql
BEGIN ATOMIC
    SELECT coalesce(string_agg(U&'\001F' || registry.folded(element), '' ORDER BY ordinal), '')
    FROM unnest(contents) WITH ORDINALITY AS each (element, ordinal);
END;

GRANT EXECUTE ON FUNCTION registry.folded(text), registry.search_pattern(text) TO registry_app;

CREATE FUNCTION vault.are_nfc(contents text[]) RETURNS boolean
IMMUTABLE PARALLEL SAFE LANGUAGE sql
BEGIN ATOMIC
    SELECT coalesce(bool_and(element IS NFC NORMALIZED), true) FROM unnest(contents) AS element;
END;

-- The texts of a table that somebody writes: neither words of a closed list nor codes of countries or currencies.
CREATE FUNCTION vault.written_text(relation regclass) RETURNS TABLE (name text, is_list boolean, has_fold boolean)
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT attribute.attname::text, attribute.atttypid = 'text[]'::regtype,
        EXISTS (SELECT FROM pg_attribute AS fold
            WHERE fold.attrelid = relation AND fold.attname = attribute.attname || '_search' AND fold.attgenerated = 's')
    FROM pg_attribute AS attribute
    WHERE attribute.attrelid = relation AND attribute.attnum > 0 AND NOT attribute.attisdropped
        AND attribute.atttypid IN ('text'::regtype, 'text[]'::regtype) AND attribute.attgenerated = ''
        AND attribute.attname !~ '(^|_)currency$'
        AND NOT EXISTS (SELECT FROM pg_constraint AS restriction
            WHERE restriction.conrelid = relation AND restriction.conkey = ARRAY[attribute.attnum]
                AND (restriction.contype = 'f' AND restriction.confrelid = 'vault.country'::regclass
                    OR restriction.contype = 'c' AND pg_get_constraintdef(restriction.oid) ~ '(ANY \(|<@ )\(?ARRAY\['))
    ORDER BY attribute.attnum
$$;

-- Has every text of a table be NFC, and each that is searched folded: of lists those that are named.
CREATE PROCEDURE vault.prepare_texts(relation regclass, lists text[] DEFAULT '{}')
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    content record;
    constraint_name text;
    rule text;
    is_kept boolean;
BEGIN
    FOR content IN SELECT * FROM vault.written_text(relation) LOOP
        constraint_name := content.name || '_is_nfc';
        IF NOT EXISTS (SELECT FROM pg_constraint WHERE conrelid = relation AND conname = constraint_name) THEN
            rule := format(CASE WHEN content.is_list THEN 'vault.are_nfc(%I)' ELSE '%I IS NFC NORMALIZED' END, content.name);
            EXECUTE format('SELECT coalesce(bool_and(%s), true) FROM %s', rule, relation) INTO is_kept;
            IF NOT is_kept THEN
                EXECUTE format('UPDATE %s SET %I = %s WHERE NOT (%s)', relation, content.name, format(
                    CASE WHEN content.is_list
                        THEN 'ARRAY(SELECT normalize(element, NFC) FROM unnest(%I) WITH ORDINALITY AS each (element, ordinal) '
                            'ORDER BY ordinal)'
                        ELSE 'normalize(%I, NFC)' END, content.name), rule);
            END IF;
            EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I CHECK (%s)', relation, constraint_name, rule);
        END IF;
        IF NOT content.has_fold AND (NOT content.is_list OR content.name = ANY (lists))
                AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = relation AND attname = 'label') THEN
            EXECUTE format('ALTER TABLE %s ADD COLUMN %I text GENERATED ALWAYS AS (registry.folded(%I)) STORED',
                relation, content.name || '_search', content.name);
        END IF;
    END LOOP;
END
$$;

CREATE OR REPLACE PROCEDURE vault.create_indexes(
    relation text, ordered text[], searched text[] DEFAULT '{}', contained text[] DEFAULT '{}')
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    column_name text;
BEGIN
    CALL vault.prepare_texts(format('vault.%I', relation), searched);
    FOREACH column_name IN ARRAY ordered LOOP
        EXECUTE format('CREATE INDEX ON vault.%I (%I, id)', relation, column_name);
        IF NOT (SELECT attribute.attnotnull FROM pg_attribute AS attribute
                WHERE attribute.attrelid = format('vault.%I', relation)::regclass AND attribute.attname = column_name) THEN
            EXECUTE format('CREATE INDEX ON vault.%I (%I DESC NULLS LAST, id DESC)', relation, column_name);
        END IF;
    END LOOP;
    FOREACH column_name IN ARRAY searched LOOP
        EXECUTE format('CREATE INDEX ON vault.%I USING gin (%I vault.gin_trgm_ops)', relation, column_name || '_search');
    END LOOP;
    FOREACH column_name IN ARRAY contained LOOP
        EXECUTE format('CREATE INDEX ON vault.%I USING gin (%I)', relation, column_name);
    END LOOP;
END
$$;

-- A table that a later migration makes or widens is prepared before its view is made: no text can be forgotten.
ALTER PROCEDURE vault.generate_views() RENAME TO generate_views_of_prepared_tables;
CREATE PROCEDURE vault.generate_views()
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    relation regclass;
BEGIN
    FOR relation IN
        SELECT class.oid FROM pg_class AS class
        LEFT JOIN vault.unlabelled_table AS unlabelled ON unlabelled.name = class.relname
        WHERE class.relnamespace = 'vault'::regnamespace AND class.relkind IN ('r', 'p')
            AND unlabelled.kind IS DISTINCT FROM 'INTERNAL' AND NOT class.relispartition
        ORDER BY class.relname
    LOOP
        CALL vault.prepare_texts(relation);
    END LOOP;
    CALL vault.generate_views_of_prepared_tables();
END
$$;

-- The indexes on parts of texts move to what is folded.
DO $$
DECLARE
    index record;
BEGIN
    FOR index IN
        SELECT pg_index.indexrelid::regclass AS name, pg_index.indrelid::regclass AS relation, attribute.attname AS column_name
        FROM pg_index
        JOIN pg_opclass ON pg_opclass.oid = indclass[0] AND opcname = 'gin_trgm_ops'
        JOIN pg_class AS class ON class.oid = indrelid AND class.relnamespace = 'vault'::regnamespace
        JOIN pg_attribute AS attribute ON attribute.attrelid = indrelid AND attribute.attnum = indkey[0]
        ORDER BY class.relname, attribute.attnum
    LOOP
        CALL vault.prepare_texts(index.relation);
        EXECUTE format('DROP INDEX %s', index.name);
        EXECUTE format('CREATE INDEX ON %s USING gin (%I vault.gin_trgm_ops)', index.relation, index.column_name || '_search');
    END LOOP;
END
$$;
CALL vault.create_indexes('partner_firm', ordered => '{}', searched => '{alternate_names}');
CALL vault.create_indexes('firm_identifier', ordered => '{}', searched => '{value}');

CALL vault.generate_views();
