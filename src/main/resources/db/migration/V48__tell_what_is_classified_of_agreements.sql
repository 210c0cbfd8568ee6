-- That the weapon systems of an agreement are classified is itself public. Nothing derives it from the links to them: it is
-- what may be said, and it stays the same whatever they are. An agreement of which nobody has said anything yet tells
-- nothing about its systems.
SET ROLE registry_owner;

ALTER TABLE vault.agreement
    ADD COLUMN coverage text NOT NULL DEFAULT 'CLASSIFIED'
        CHECK (coverage IN ('PUBLIC', 'CLASSIFIED_IN_PART', 'CLASSIFIED'));
ALTER TABLE vault.agreement ALTER COLUMN coverage DROP DEFAULT;
CALL vault.create_indexes('agreement', '{coverage}');

CALL vault.generate_views();
