-- The levels of every policy. The rank orders the levels of one policy and nothing more: what a level of one policy
-- means to the holder of another nation's clearance is said by level_equivalence alone.
SET ROLE registry_owner;

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

-- A level is translated by the word of the same rank, never literally: "Visiškai slaptai" is literally «Цілком таємно»,
-- which in Ukraine is one level lower.
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
