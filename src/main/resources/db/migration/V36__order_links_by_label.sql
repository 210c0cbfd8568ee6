-- Of several links to one record the one of the least label is taken. The indexes that lead from one end to the other give
-- that order, so that nothing is sorted for each record whose links are followed.
SET ROLE registry_owner;

-- The indexes of a link that lead from one end to the other without its label.
CREATE FUNCTION vault.index_without_label(link regclass) RETURNS TABLE (name regclass, ends text)
STABLE LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT indexrelid::regclass, string_agg(quote_ident(attname), ', ' ORDER BY ordinal)
    FROM pg_index
    CROSS JOIN LATERAL unnest(indkey::smallint[]) WITH ORDINALITY AS key (number, ordinal)
    JOIN pg_attribute ON attrelid = indrelid AND attnum = key.number
    WHERE indrelid = link AND NOT indisunique AND indpred IS NULL AND indexprs IS NULL AND ordinal <= indnkeyatts
    GROUP BY indexrelid
    HAVING bool_and(attname <> 'label')
$$;

CREATE PROCEDURE vault.create_index_by_label(link regclass)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    -- What else a view asks of a link.
    included text := (SELECT ' INCLUDE (' || string_agg(quote_ident(name), ', ') || ')' FROM vault.carried_label(link));
    index record;
BEGIN
    FOR index IN SELECT * FROM vault.index_without_label(link) LOOP
        EXECUTE format('CREATE INDEX ON %s (%s, label)%s', link, index.ends, included);
    END LOOP;
END
$$;

CREATE PROCEDURE vault.drop_index_without_label(link regclass)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    index record;
BEGIN
    FOR index IN SELECT * FROM vault.index_without_label(link) LOOP
        EXECUTE format('DROP INDEX %s', index.name);
    END LOOP;
END
$$;

CREATE OR REPLACE PROCEDURE vault.create_link(
    link text, left_end text, right_end text, single_valued boolean DEFAULT false)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    CALL vault.create_link_without_labels_of_ends(link, left_end, right_end, single_valued);
    CALL vault.carry_labels_of_ends(link);
    CALL vault.create_index_by_label(format('vault.%I', link));
    CALL vault.drop_index_without_label(format('vault.%I', link));
END
$$;

-- Who reads waits for nothing while indexes are made, and for all of them while one is dropped: that comes last.
DO $$
DECLARE
    links regclass[] := ARRAY(SELECT tgrelid FROM pg_trigger WHERE tgname = 'copy_labels_of_ends');
    link regclass;
BEGIN
    FOREACH link IN ARRAY links LOOP
        CALL vault.create_index_by_label(link);
    END LOOP;
    FOREACH link IN ARRAY links LOOP
        CALL vault.drop_index_without_label(link);
    END LOOP;
END
$$;
