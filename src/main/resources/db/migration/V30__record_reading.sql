-- Writes down what a response has read, and says what stands on that response: the join of the labels in it. It marks
-- only; no access is ever computed from it. One call, so that a cleared caller's answer waits for one round trip more;
-- whoever knows the marking of these labels already does not have it made again.
SET ROLE registry_owner;

DROP FUNCTION registry.joined_marking(integer[]);

-- The highest rank in the words of the reader's own nation, the nations that all labels may be released to, every
-- compartment; a marking that all labels share stays as it is.
CREATE FUNCTION vault.joined_marking(labels integer[], reader_nation text) RETURNS text
STABLE LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    today date := (now() AT TIME ZONE 'Europe/Vilnius')::date;
BEGIN
    RETURN (
        -- Labels of one level, for the same nations and compartments, have one marking.
        WITH joined AS MATERIALIZED (
            SELECT due.level, due.nations, due.special_handling, min(due.marking) AS marking
            FROM (
                SELECT CASE WHEN label.succession_on <= today THEN label.succession_to ELSE label.classification END AS level,
                    CASE WHEN label.succession_on <= today THEN label.succession_marking ELSE label.marking END AS marking,
                    CASE WHEN cardinality(label.releasable_to) = 0 THEN ARRAY[label.originator_nation]
                        ELSE label.releasable_to END AS nations,
                    label.special_handling
                FROM vault.confidentiality_label AS label
                WHERE label.id = ANY (labels) AND label.policy <> 'PUBLIC'
            ) AS due
            GROUP BY due.level, due.nations, due.special_handling
        )
        SELECT CASE count(*) WHEN 0 THEN NULL WHEN 1 THEN min(joined.marking) ELSE concat_ws(' // ',
            (SELECT level.marking FROM vault.classification_level AS level
                WHERE level.policy = reader_nation AND level.rank = (
                    SELECT max(equivalence.handling_rank) FROM vault.level_equivalence AS equivalence
                    WHERE equivalence.nation = reader_nation
                        AND equivalence.level = ANY (ARRAY(SELECT DISTINCT other.level FROM joined AS other))
                        AND equivalence.valid_from <= today
                        AND (equivalence.valid_to IS NULL OR today < equivalence.valid_to))),
            'REL TO ' || coalesce(
                (SELECT string_agg(country.alpha3, ', ' ORDER BY country.alpha3 COLLATE "C") FROM vault.country
                    WHERE country.alpha2 = ANY (ARRAY(
                        SELECT nation FROM (SELECT DISTINCT other.nations FROM joined AS other) AS release
                            CROSS JOIN LATERAL unnest(release.nations) AS nation
                        GROUP BY nation
                        HAVING count(*) = (SELECT count(DISTINCT other.nations) FROM joined AS other)))), 'NOBODY'),
            (SELECT string_agg(DISTINCT compartment COLLATE "C", ', ')
                FROM (SELECT DISTINCT other.special_handling FROM joined AS other) AS handling
                    CROSS JOIN LATERAL unnest(handling.special_handling) AS compartment)) END
        FROM joined
    );
END
$$;

CREATE FUNCTION registry.record_reading(
    issuer text, subject text, nation text, level integer, compartments text[],
    operation_name text, operation_hash text, request_id text, refusal text,
    reads text[], entry_reads smallint[], entry_records uuid[], entry_labels integer[], marked boolean DEFAULT true)
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_variable
DECLARE
    written vault.reading;
BEGIN
    INSERT INTO vault.reading AS reading VALUES (DEFAULT, DEFAULT, issuer, subject, nation, level, compartments,
        operation_name, operation_hash, request_id, refusal, reads, entry_reads, entry_records, entry_labels)
        RETURNING reading.* INTO written;
    INSERT INTO vault.unsealed_reading VALUES (written.id, nation, written.at, vault.reading_digest(written));
    RETURN CASE WHEN marked THEN vault.joined_marking(entry_labels, nation) END;
END
$$;
GRANT EXECUTE ON FUNCTION registry.record_reading(text, text, text, integer, text[], text, text, text, text,
    text[], smallint[], uuid[], integer[], boolean) TO registry_app;
