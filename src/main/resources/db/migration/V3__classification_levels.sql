-- Each policy (national, NATO, EU) has its own levels. A nation's clearance covers a foreign level only if an agreement
-- defines how that nation handles it. The levels and these equivalences decide who may read what.
SET ROLE registry_owner;

-- The rank orders the levels of one policy. Levels of different policies are compared by level_equivalence only.
CREATE TABLE vault.classification_level (
    code text PRIMARY KEY,
    policy text NOT NULL CHECK (policy IN ('PUBLIC', 'LT', 'UA', 'NATO', 'EU')),
    rank smallint NOT NULL CHECK (rank BETWEEN 0 AND 4),
    name_en text NOT NULL,
    name_lt text NOT NULL,
    name_uk text NOT NULL,
    marking text NOT NULL,
    UNIQUE (policy, rank),
    UNIQUE (policy, code),
    CHECK ((policy = 'PUBLIC') = (rank = 0))
);
COMMENT ON COLUMN vault.classification_level.marking IS
    'The words that stand on a document. Written out, because upper() depends on the locale of the database.';

-- A level is translated by the term of the same rank, never literally: "Visiškai slaptai" literally means «Цілком
-- таємно», which is one level lower in Ukraine.
INSERT INTO vault.classification_level (code, policy, rank, name_en, name_lt, name_uk, marking) VALUES
    ('PUBLIC', 'PUBLIC', 0, 'Unclassified, releasable to the public', 'Neįslaptinta, vieša', 'Нетаємно, для оприлюднення', 'PUBLIC'),
    ('LT_RIBOTO_NAUDOJIMO', 'LT', 1, 'Restricted', 'Riboto naudojimo', 'Для службового користування', 'RIBOTO NAUDOJIMO'),
    ('LT_KONFIDENCIALIAI', 'LT', 2, 'Confidential', 'Konfidencialiai', 'Таємно', 'KONFIDENCIALIAI'),
    ('LT_SLAPTAI', 'LT', 3, 'Secret', 'Slaptai', 'Цілком таємно', 'SLAPTAI'),
    ('LT_VISISKAI_SLAPTAI', 'LT', 4, 'Top Secret', 'Visiškai slaptai', 'Особливої важливості', 'VISIŠKAI SLAPTAI'),
    ('UA_DSK', 'UA', 1, 'Restricted', 'Riboto naudojimo', 'Для службового користування', 'ДЛЯ СЛУЖБОВОГО КОРИСТУВАННЯ'),
    ('UA_TAIEMNO', 'UA', 2, 'Confidential', 'Konfidencialiai', 'Таємно', 'ТАЄМНО'),
    ('UA_TSILKOM_TAIEMNO', 'UA', 3, 'Secret', 'Slaptai', 'Цілком таємно', 'ЦІЛКОМ ТАЄМНО'),
    ('UA_OSOBLYVOI_VAZHLYVOSTI', 'UA', 4, 'Top Secret', 'Visiškai slaptai', 'Особливої важливості', 'ОСОБЛИВОЇ ВАЖЛИВОСТІ'),
    ('NATO_RESTRICTED', 'NATO', 1, 'NATO RESTRICTED', 'NATO riboto naudojimo', 'НАТО для службового користування', 'NATO RESTRICTED'),
    ('NATO_CONFIDENTIAL', 'NATO', 2, 'NATO CONFIDENTIAL', 'NATO konfidencialiai', 'НАТО таємно', 'NATO CONFIDENTIAL'),
    ('NATO_SECRET', 'NATO', 3, 'NATO SECRET', 'NATO slaptai', 'НАТО цілком таємно', 'NATO SECRET'),
    ('COSMIC_TOP_SECRET', 'NATO', 4, 'COSMIC TOP SECRET', 'NATO visiškai slaptai', 'НАТО особливої важливості', 'COSMIC TOP SECRET'),
    ('EU_RESTRICTED', 'EU', 1, 'RESTREINT UE/EU RESTRICTED', 'ES riboto naudojimo', 'ЄС для службового користування', 'RESTREINT UE/EU RESTRICTED'),
    ('EU_CONFIDENTIAL', 'EU', 2, 'CONFIDENTIEL UE/EU CONFIDENTIAL', 'ES konfidencialiai', 'ЄС таємно', 'CONFIDENTIEL UE/EU CONFIDENTIAL'),
    ('EU_SECRET', 'EU', 3, 'SECRET UE/EU SECRET', 'ES slaptai', 'ЄС цілком таємно', 'SECRET UE/EU SECRET'),
    ('EU_TOP_SECRET', 'EU', 4, 'TRÈS SECRET UE/EU TOP SECRET', 'ES visiškai slaptai', 'ЄС особливої важливості', 'TRÈS SECRET UE/EU TOP SECRET');

-- How a nation handles a level of another policy: directed, dated facts with a legal basis. Without a row in force, the
-- nation's clearances cannot read the level at all.
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

-- All are provisional, because the tables in the agreements themselves have not been checked yet. NATO and EU levels
-- remain unmapped for Ukraine until a legal basis is entered.
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
