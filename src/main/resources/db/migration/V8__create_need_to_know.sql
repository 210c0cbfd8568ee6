-- A grant adds a compartment to what a person's token brings, for a purpose and until an instant. No view: enter reads it.
SET ROLE registry_owner;

CREATE TABLE vault.need_to_know (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    issuer text NOT NULL,
    subject text NOT NULL,
    compartment text NOT NULL,
    purpose text NOT NULL,
    granted_by text NOT NULL,
    valid_from timestamptz NOT NULL DEFAULT now(),
    valid_until timestamptz NOT NULL,
    CHECK (valid_from < valid_until)
);
CREATE INDEX ON vault.need_to_know (issuer, subject);
