-- The marking of an answer, the one place that says what it looks like:
--
--     <level> // <foreign marks> // REL TO <nations> // <compartments>
--
--   level          the highest handling rank for the reader, in the words of the reader's nation
--   foreign marks  of each other policy among the labels, its highest level in its own words: NATO first, then EU, then
--                  other nations with their alpha-3 code before the words; left out when there is none
--   nations        those that every label may be released to; NOBODY when there is none
--   compartments   those of all labels; left out when there is none
--
-- A single label is marked like this too; how it is printed on documents is vault.marking.
SET ROLE registry_owner;

CREATE OR REPLACE FUNCTION vault.joined_marking(labels integer[], reader_nation text) RETURNS text
STABLE LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    today date := (now() AT TIME ZONE 'Europe/Vilnius')::date;
BEGIN
    RETURN (
        WITH joined AS MATERIALIZED (
            SELECT DISTINCT level.policy, level.rank, level.code AS level, label.special_handling,
                CASE WHEN cardinality(label.releasable_to) = 0 THEN ARRAY[label.originator_nation]
                    ELSE label.releasable_to END AS nations
            FROM vault.confidentiality_label AS label
            JOIN vault.classification_level AS level
                ON level.code = CASE WHEN label.succession_on <= today THEN label.succession_to ELSE label.classification END
            WHERE label.id = ANY (labels) AND label.policy <> 'PUBLIC'
        )
        SELECT CASE WHEN count(*) > 0 THEN concat_ws(' // ',
            (SELECT level.marking FROM vault.classification_level AS level
                WHERE level.policy = reader_nation AND level.rank = greatest(
                    (SELECT max(equivalence.handling_rank) FROM vault.level_equivalence AS equivalence
                        WHERE equivalence.nation = reader_nation
                            AND equivalence.level = ANY (ARRAY(SELECT DISTINCT other.level FROM joined AS other))
                            AND equivalence.valid_from <= today
                            AND (equivalence.valid_to IS NULL OR today < equivalence.valid_to)),
                    (SELECT max(own.rank) FROM joined AS own WHERE own.policy = reader_nation))),
            (SELECT string_agg(concat_ws(' ', country.alpha3, level.marking), ', '
                    ORDER BY highest.policy <> 'NATO', highest.policy <> 'EU', country.alpha3 COLLATE "C")
                FROM (SELECT other.policy, max(other.rank) AS rank FROM joined AS other GROUP BY other.policy) AS highest
                JOIN vault.classification_level AS level USING (policy, rank)
                LEFT JOIN vault.country AS country ON country.alpha2 = highest.policy
                WHERE highest.policy IS DISTINCT FROM reader_nation),
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
