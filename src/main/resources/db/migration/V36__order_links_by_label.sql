-- Of several links to one record the one of the least label is taken. The indexes that lead from one end to the other give
-- that order, so that nothing is sorted for each record whose links are followed.
SET ROLE registry_owner;

CREATE PROCEDURE vault.order_links_by_label(link regclass)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    -- What else a view asks of a link.
    included text := (SELECT ' INCLUDE (' || string_agg(quote_ident(name), ', ') || ')' FROM vault.carried_label(link));
    index record;
BEGIN
    FOR index IN
        SELECT indexrelid::regclass AS name, string_agg(quote_ident(attname), ', ' ORDER BY ordinal) AS ends
        FROM pg_index
        CROSS JOIN LATERAL unnest(indkey::smallint[]) WITH ORDINALITY AS key (number, ordinal)
        JOIN pg_attribute ON attrelid = indrelid AND attnum = key.number
        WHERE indrelid = link AND NOT indisunique AND ordinal <= indnkeyatts
        GROUP BY indexrelid
    LOOP
        EXECUTE format('DROP INDEX %s', index.name);
        EXECUTE format('CREATE INDEX ON %s (%s, label)%s', link, index.ends, included);
    END LOOP;
END
$$;

CREATE OR REPLACE PROCEDURE vault.create_link(
    link text, left_end text, right_end text, single_valued boolean DEFAULT false)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    CALL vault.create_link_without_labels_of_ends(link, left_end, right_end, single_valued);
    CALL vault.carry_labels_of_ends(link);
    CALL vault.order_links_by_label(format('vault.%I', link));
END
$$;

DO $$
DECLARE
    link regclass;
BEGIN
    FOR link IN SELECT tgrelid FROM pg_trigger WHERE tgname = 'copy_labels_of_ends' LOOP
        CALL vault.order_links_by_label(link);
    END LOOP;
END
$$;
