-- What stands on an answer that carries values under several labels: the highest rank in the words of the reader's own
-- nation, the nations that all of them may be released to, every compartment. It serves marking only; no access is ever
-- computed from it. Labels that the caller cannot read are left out, so it tells nothing of them.
SET ROLE registry_owner;

CREATE FUNCTION registry.joined_marking(labels integer[]) RETURNS text
STABLE LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH joined AS MATERIALIZED (
        SELECT label.special_handling,
            CASE WHEN cardinality(label.releasable_to) = 0 THEN ARRAY[label.originator_nation]
                ELSE label.releasable_to END AS nations,
            CASE WHEN label.succession_on <= today.date THEN label.succession_to ELSE label.classification END AS level,
            CASE WHEN label.succession_on <= today.date THEN label.succession_marking ELSE label.marking END AS marking,
            (SELECT equivalence.handling_rank FROM vault.level_equivalence AS equivalence
                WHERE equivalence.nation = current_setting('registry.entered', true)
                    AND equivalence.level
                        = CASE WHEN label.succession_on <= today.date THEN label.succession_to ELSE label.classification END
                    AND equivalence.valid_from <= today.date
                    AND (equivalence.valid_to IS NULL OR today.date < equivalence.valid_to)) AS rank
        FROM vault.confidentiality_label AS label,
            (SELECT (now() AT TIME ZONE 'Europe/Vilnius')::date AS date) AS today
        WHERE label.id = ANY (joined_marking.labels) AND label.policy <> 'PUBLIC'
            AND get_bit((SELECT registry.readable()), label.id) <> 0
    )
    SELECT CASE count(DISTINCT joined.marking) WHEN 0 THEN NULL WHEN 1 THEN min(joined.marking) ELSE concat_ws(' // ',
        (SELECT level.marking FROM vault.classification_level AS level
            WHERE level.policy = current_setting('registry.entered', true) AND level.rank = max(joined.rank)),
        'REL TO ' || coalesce(
            (SELECT string_agg(country.alpha3, ', ' ORDER BY country.alpha3 COLLATE "C") FROM vault.country
                WHERE NOT EXISTS (SELECT FROM joined AS other WHERE country.alpha2 <> ALL (other.nations))), 'NOBODY'),
        (SELECT string_agg(DISTINCT compartment COLLATE "C", ', ')
            FROM joined AS other CROSS JOIN LATERAL unnest(other.special_handling) AS compartment)) END
    FROM joined
$$;
GRANT EXECUTE ON FUNCTION registry.joined_marking(integer[]) TO registry_app;
