-- A link is a record with its own label: that two records belong together can be classified when neither of them is.
-- These procedures create links, and the indexes for all orders and filters of the API, uniformly for all tables.
SET ROLE registry_owner;

-- Labels of ends. A link has copies of the labels of its ends, so that its view needs no joins to decide whether they are
-- visible. A composite foreign key keeps each copy correct: it rejects any other label, and cascades updates.

-- Fills in the labels of the ends, so that an INSERT needs only the ends.
CREATE FUNCTION vault.copy_labels_of_ends() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    carried record;
    end_label integer;
BEGIN
    FOR carried IN SELECT * FROM vault.carried_label(TG_RELID) LOOP
        EXECUTE format('SELECT label FROM %s WHERE id = $1', carried.target)
            INTO end_label USING (to_jsonb(NEW) ->> carried.column_name)::uuid;
        -- If the end does not exist, its foreign key rejects the row.
        NEW := jsonb_populate_record(NEW, jsonb_build_object(carried.name, coalesce(end_label, 0)));
    END LOOP;
    RETURN NEW;
END
$$;

-- Adds the labels of the ends whose visibility depends only on their own label; the view joins the others. An absent end
-- counts as public.
CREATE PROCEDURE vault.carry_labels_of_ends(link text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    relation regclass := format('vault.%I', link);
    ends jsonb := (SELECT coalesce(jsonb_agg(reference), '[]') FROM vault.foreign_key(relation) AS reference
        WHERE reference.target_is_labelled AND vault.is_shown_by_label(reference.target));
    reference record;
    filled text;
BEGIN
    FOR reference IN SELECT * FROM jsonb_to_recordset(ends) AS reference (column_name text, target regclass) LOOP
        IF NOT EXISTS (SELECT FROM pg_constraint
                WHERE conrelid = reference.target AND pg_get_constraintdef(oid) = 'UNIQUE (id, label)') THEN
            EXECUTE format('ALTER TABLE %s ADD UNIQUE (id, label)', reference.target);
        END IF;
        EXECUTE format('ALTER TABLE %s ADD COLUMN %I integer', relation, 'label_of_' || reference.column_name);
        filled := concat_ws(', ', filled, format(
            '%I = coalesce((SELECT target.label FROM %s AS target WHERE target.id = link.%I), 0)',
            'label_of_' || reference.column_name, reference.target, reference.column_name));
    END LOOP;
    -- One UPDATE for all ends: a second one in the same transaction would check every foreign key again.
    IF filled IS NOT NULL THEN
        EXECUTE format('UPDATE %s AS link SET %s', relation, filled);
    END IF;
    FOR reference IN SELECT * FROM jsonb_to_recordset(ends) AS reference (column_name text, target regclass) LOOP
        EXECUTE format('ALTER TABLE %1$s ALTER COLUMN %2$I SET NOT NULL, '
            'ADD FOREIGN KEY (%3$I, %2$I) REFERENCES %4$s (id, label) ON UPDATE CASCADE',
            relation, 'label_of_' || reference.column_name, reference.column_name, reference.target);
    END LOOP;
    EXECUTE format('CREATE TRIGGER copy_labels_of_ends BEFORE INSERT OR UPDATE ON %s '
        'FOR EACH ROW EXECUTE FUNCTION vault.copy_labels_of_ends()', relation);
END
$$;

-- If a unique constraint does not include an end (an identifier belongs to one firm, a single-valued link has one right
-- end), a row could conflict with a row of the same label that is hidden because of its end, and the error would leak
-- that row. Such a row must therefore have the label of each of its ends that is not public.
CREATE FUNCTION vault.require_label_of_ends() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    reference record;
    end_label integer;
BEGIN
    FOR reference IN
        SELECT attribute.attname AS name, foreign_key.confrelid::regclass AS target
        FROM pg_constraint AS foreign_key
        JOIN pg_attribute AS attribute
            ON attribute.attrelid = foreign_key.conrelid AND attribute.attnum = foreign_key.conkey[1]
        WHERE foreign_key.conrelid = TG_RELID AND foreign_key.contype = 'f'
            AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = foreign_key.confrelid AND attname = 'label')
    LOOP
        EXECUTE format('SELECT label FROM %s WHERE id = $1', reference.target)
            INTO end_label USING (to_jsonb(NEW) ->> reference.name)::uuid;
        IF end_label <> 0 AND end_label <> NEW.label THEN
            RAISE EXCEPTION 'a row of % carries the label of its %', TG_TABLE_NAME, reference.name
                USING ERRCODE = 'check_violation', CONSTRAINT = 'label_of_its_ends';
        END IF;
    END LOOP;
    RETURN NEW;
END
$$;

-- An index from one end of a link to the other. It is ordered by label, because queries take the link with the smallest
-- label of several to one record, and it covers all other columns that the view needs.
CREATE PROCEDURE vault.create_link_index(link text, ends text[])
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    CALL vault.prepare_removal(format('vault.%I', link));
    EXECUTE format('CREATE INDEX ON vault.%I (%s, label) INCLUDE (%s)', link,
        (SELECT string_agg(quote_ident(name), ', ' ORDER BY ordinal)
            FROM unnest(ends) WITH ORDINALITY AS link_end (name, ordinal)),
        (SELECT concat_ws(', ', string_agg(quote_ident(name), ', '), 'removed')
            FROM vault.carried_label(format('vault.%I', link)::regclass)));
END
$$;

-- A single-valued link is unique per label and left end, so different callers can see different right ends. A link between two
-- records of one table names the column of the second, and never joins a record to itself.
CREATE PROCEDURE vault.create_link(
    link text, left_end text, right_end text, single_valued boolean DEFAULT false, right_column text DEFAULT NULL)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    right_name text := coalesce(right_column, right_end);
BEGIN
    EXECUTE format(
        'CREATE TABLE vault.%1$I (
            id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
            label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
            %2$I %4$s NOT NULL REFERENCES vault.%2$I,
            %6$I uuid NOT NULL REFERENCES vault.%3$I,
            UNIQUE (label, %2$I%5$s)%7$s
        )',
        link, left_end, right_end,
        CASE left_end WHEN 'country' THEN 'text' ELSE 'uuid' END,
        CASE WHEN single_valued THEN '' ELSE format(', %I', right_name) END,
        right_name,
        CASE WHEN left_end = right_end THEN format(', CONSTRAINT not_to_itself CHECK (%I <> %I)', left_end, right_name) END);
    CALL vault.carry_labels_of_ends(link);
    CALL vault.create_link_index(link, ARRAY[left_end, right_name]);
    CALL vault.create_link_index(link, ARRAY[right_name, left_end]);
    IF single_valued THEN
        EXECUTE format('CREATE TRIGGER require_label_of_ends BEFORE INSERT OR UPDATE ON vault.%I '
            'FOR EACH ROW EXECUTE FUNCTION vault.require_label_of_ends()', link);
    END IF;
END
$$;

-- Indexes. Each public column that callers can order or filter by has one; classified columns have none. The id breaks
-- ties, and nulls come last in both directions.

-- An absent date is indexed as infinity. The rows after a cursor are then found by a row comparison, for which the index
-- gives the start of any page. NULLS LAST, which other types use, gives only the order.
CREATE PROCEDURE vault.create_date_indexes(relation regclass, column_name text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format('CREATE INDEX ON %s (coalesce(%I, ''infinity''::date), id)', relation, column_name);
    EXECUTE format('CREATE INDEX ON %s (coalesce(%I, ''-infinity''::date) DESC, id DESC)', relation, column_name);
END
$$;

-- Creates indexes for orders, for substring searches in texts and lists of texts, and for elements of arrays.
CREATE PROCEDURE vault.create_indexes(
    relation text, ordered text[], searched text[] DEFAULT '{}', contained text[] DEFAULT '{}')
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    column_name text;
    ordering pg_attribute;
BEGIN
    CALL vault.prepare_texts(format('vault.%I', relation), searched);
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
        EXECUTE format('CREATE INDEX ON vault.%I USING gin (%I vault.gin_trgm_ops)', relation, column_name || '_search');
    END LOOP;
    FOREACH column_name IN ARRAY contained LOOP
        EXECUTE format('CREATE INDEX ON vault.%I USING gin (%I)', relation, column_name);
    END LOOP;
END
$$;

-- Creates indexes of names and titles in the order of a language, independent of the database's locale: in Lithuanian, y
-- sorts with i and š after s; in Ukrainian, ґ sorts after г and є after е. Each index takes about as much space as the
-- first one of the column.
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
