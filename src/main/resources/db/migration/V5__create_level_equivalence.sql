-- How a nation handles a level: directed, dated facts with a legal basis, because rank by rank is a convention and not
-- a law. A level without a row in force for a nation cannot be read by that nation's clearances at all.
SET ROLE registry_owner;

CREATE TABLE vault.level_equivalence (
    id integer PRIMARY KEY,
    level text NOT NULL REFERENCES vault.classification_level CHECK (level <> 'PUBLIC'),
    nation text NOT NULL REFERENCES vault.country,
    handling_rank smallint NOT NULL CHECK (handling_rank BETWEEN 1 AND 4),
    legal_basis text NOT NULL,
    valid_from date NOT NULL,
    valid_to date CHECK (valid_to > valid_from),
    provisional boolean NOT NULL,
    UNIQUE (level, nation, valid_from)
);
CREATE INDEX ON vault.level_equivalence (nation);
COMMENT ON COLUMN vault.level_equivalence.valid_to IS
    'The first day on which it no longer counts: like every date here it falls due at midnight Europe/Vilnius.';

CREATE FUNCTION vault.check_equivalence() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NEW.handling_rank < (SELECT rank FROM vault.classification_level WHERE code = NEW.level) THEN
        RAISE EXCEPTION 'a recipient may handle % more strictly, never less', NEW.level
            USING ERRCODE = 'check_violation';
    END IF;
    IF EXISTS (SELECT FROM vault.level_equivalence AS other
            WHERE other.level = NEW.level AND other.nation = NEW.nation AND other.id <> NEW.id
                AND daterange(other.valid_from, other.valid_to) && daterange(NEW.valid_from, NEW.valid_to)) THEN
        RAISE EXCEPTION '% has an equivalence for % at that time', NEW.level, NEW.nation
            USING ERRCODE = 'exclusion_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER check_equivalence AFTER INSERT OR UPDATE ON vault.level_equivalence
    FOR EACH ROW EXECUTE FUNCTION vault.check_equivalence();

-- Provisional throughout: the tables of the agreements themselves have still to be read. NATO and EU levels stay
-- unmapped for Ukraine until somebody enters a legal basis.
INSERT INTO vault.level_equivalence (id, level, nation, handling_rank, legal_basis, valid_from, provisional)
SELECT row_number() OVER (ORDER BY basis.position, level.rank), level.code, basis.nation, level.rank,
    basis.legal_basis, basis.valid_from, true
FROM (VALUES
        (1, 'LT', 'LT', 'Republic of Lithuania Law on State Secrets and Official Secrets', DATE '2000-01-01'),
        (2, 'UA', 'UA', 'Law of Ukraine on State Secrets', DATE '1994-01-21'),
        (3, 'LT', 'UA', 'Agreement between Lithuania and Ukraine on mutual protection of classified information, signed 2003-06-05', DATE '2004-07-07'),
        (4, 'UA', 'LT', 'Agreement between Lithuania and Ukraine on mutual protection of classified information, signed 2003-06-05', DATE '2004-07-07'),
        (5, 'NATO', 'LT', 'Agreement between the Parties to the North Atlantic Treaty for the Security of Information', DATE '2004-03-29'),
        (6, 'EU', 'LT', 'Council Decision 2013/488/EU on the security rules for protecting EU classified information', DATE '2013-10-15')
    ) AS basis (position, policy, nation, legal_basis, valid_from)
JOIN vault.classification_level AS level ON level.policy = basis.policy;
