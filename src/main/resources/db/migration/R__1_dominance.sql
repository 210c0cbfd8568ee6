-- The dominance rule is defined only here: a reader dominates a label that is public or meets all three clauses. A missing,
-- unknown or unmapped value makes a clause null, and null means no. The clauses are expressions without subqueries, so that
-- PostgreSQL inlines them.
SET ROLE registry_owner;

-- The levels that a clearance covers: those that its nation handles at its rank or below, by the equivalences in force.
CREATE OR REPLACE FUNCTION vault.covered_level(reader_level integer, reader_nation text, today date) RETURNS SETOF text
STABLE LANGUAGE sql AS $$
    SELECT equivalence.level FROM vault.level_equivalence AS equivalence
    WHERE equivalence.nation = reader_nation
        AND equivalence.handling_rank <= reader_level AND reader_level BETWEEN 1 AND 4
        AND equivalence.valid_from <= today AND (equivalence.valid_to IS NULL OR today < equivalence.valid_to)
$$;

-- 1. The clearance covers the label's level, or the level of a succession that has fallen due.
CREATE OR REPLACE FUNCTION vault.covers_level(
    covered_levels text[], today date, classification text, succession_on date, succession_to text) RETURNS boolean
IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN CASE WHEN succession_on <= today THEN succession_to ELSE classification END = ANY (covered_levels);

-- 2. The label may be released to the reader's nation; an empty list means the originator's nation only.
CREATE OR REPLACE FUNCTION vault.admits_nation(reader_nation text, releasable_to text[], originator_nation text)
RETURNS boolean
IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN CASE WHEN cardinality(releasable_to) = 0 THEN originator_nation = reader_nation
    ELSE reader_nation = ANY (releasable_to) END;

-- 3. The reader holds every compartment.
CREATE OR REPLACE FUNCTION vault.holds_compartments(reader_compartments text[], special_handling text[]) RETURNS boolean
IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN special_handling <@ reader_compartments;

CREATE OR REPLACE FUNCTION vault.dominates(
    covered_levels text[], reader_nation text, reader_compartments text[], today date,
    policy text, classification text, releasable_to text[], special_handling text[], originator_nation text,
    succession_on date, succession_to text) RETURNS boolean
IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN (policy = 'PUBLIC' OR (
    vault.covers_level(covered_levels, today, classification, succession_on, succession_to)
    AND vault.admits_nation(reader_nation, releasable_to, originator_nation)
    AND vault.holds_compartments(reader_compartments, special_handling))) IS TRUE;
