-- Searches ignore case, Unicode composition, the kind of apostrophes and dashes, and diacritics of Latin letters.
-- Folding a text takes longer than searching it, so tables store the folded text: for a text x there is a generated
-- column x_search, which the views show and classify with x.
SET ROLE registry_owner;

-- Two texts match if their folded forms are equal. For ASCII, lower case is enough, which takes a tenth of the time.
-- Cyrillic letters are kept, except that ґ becomes г. Folded texts never contain U+001F, which separates list elements.
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
                            -- dot, ґ and the final ς; zero-width characters, which are removed.
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
        -- Stress marks that have no composed form.
        U&'\0300\0301', '') COLLATE "C" END,
    U&'`\001F', ''' ');

-- Folds a part of a text and escapes it for LIKE.
CREATE FUNCTION registry.search_pattern(part text) RETURNS text
IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN replace(replace(replace(registry.folded(part), '\', '\\'), '%', '\%'), '_', '\_');

-- A pattern by which a name is found in whatever form it has been entered: its longest word, or the second or third longest,
-- without legal forms. With fewer words it is the longest again, and without any all of the name. No name is longer than 300
-- characters.
CREATE FUNCTION registry.word_pattern(name text, number integer) RETURNS text
IMMUTABLE PARALLEL SAFE LANGUAGE sql
BEGIN ATOMIC
    SELECT '%' || coalesce(
        (SELECT coalesce((array_agg(word ORDER BY char_length(word) DESC, ordinal))[word_pattern.number],
                (array_agg(word ORDER BY char_length(word) DESC, ordinal))[1])
            FROM regexp_matches(registry.folded(left(word_pattern.name, 300)) COLLATE "und-x-icu", '[[:alnum:]]{2,}', 'g')
                WITH ORDINALITY AS found (words, ordinal)
            CROSS JOIN LATERAL (SELECT words[1] COLLATE "C" AS word) AS each
            WHERE word <> ALL (ARRAY['uab', 'ab', 'mb', 'vsi', 'uzdaroji', 'akcine', 'bendrove',
                'тов', 'ат', 'пат', 'прат', 'пп', 'дп', 'кп', 'товариство', 'обмеженою', 'відповідальністю',
                'llc', 'ltd', 'limited', 'inc', 'plc', 'corp', 'corporation', 'company', 'co', 'jsc', 'gmbh', 'ag', 'oy', 'oyj',
                'ou', 'sia', 'as', 'sa', 'sas', 'srl', 'spa', 'sp', 'zoo', 'bv', 'nv'])),
        registry.search_pattern(left(word_pattern.name, 300))) || '%';
END;

-- Folds the elements of a list and joins them, each after a separator.
CREATE FUNCTION registry.folded(contents text[]) RETURNS text
IMMUTABLE PARALLEL SAFE LANGUAGE sql
BEGIN ATOMIC
    SELECT coalesce(string_agg(U&'\001F' || registry.folded(element), '' ORDER BY ordinal), '')
    FROM unnest(contents) WITH ORDINALITY AS each (element, ordinal);
END;

GRANT EXECUTE ON FUNCTION registry.folded(text), registry.folded(text[]), registry.search_pattern(text), registry.word_pattern(text, integer)
    TO registry_app;

CREATE FUNCTION vault.are_nfc(contents text[]) RETURNS boolean
IMMUTABLE PARALLEL SAFE LANGUAGE sql
BEGIN ATOMIC
    SELECT coalesce(bool_and(element IS NFC NORMALIZED), true) FROM unnest(contents) AS element;
END;

-- The free-text columns of a table: all texts except enumerations and codes of countries or currencies.
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

-- Adds to each free text of a table a check for Normalization Form C, for its length if it has no rule of its own, and the column
-- with its folded form; to a list only if it is named.
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
        IF NOT content.is_list AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = relation AND attname = 'label')
                AND NOT EXISTS (SELECT FROM pg_constraint AS own
                    WHERE own.conrelid = relation AND own.contype IN ('c', 'f') AND own.conname <> constraint_name
                        AND own.conkey = ARRAY[(SELECT attnum FROM pg_attribute
                            WHERE attrelid = relation AND attname = content.name)]) THEN
            EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I CHECK (char_length(%I) BETWEEN 1 AND 20000)',
                relation, content.name || '_length', content.name);
        END IF;
        IF NOT content.has_fold AND (NOT content.is_list OR content.name = ANY (lists))
                AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = relation AND attname = 'label') THEN
            EXECUTE format('ALTER TABLE %s ADD COLUMN %I text GENERATED ALWAYS AS (registry.folded(%I)) STORED',
                relation, content.name || '_search', content.name);
        END IF;
    END LOOP;
END
$$;
