-- An agreement; which systems it covers is said by labelled links.
SET ROLE registry_owner;

CREATE TABLE vault.agreement (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 300),
    type text NOT NULL CHECK (type IN ('LETTER_OF_INTENT', 'PRELIMINARY', 'MEMORANDUM', 'TREATY', 'CONTRACT')),
    status text NOT NULL CHECK (status IN ('PENDING', 'ACTIVE', 'CANCELLED', 'TERMINATED')),
    announced_on date,
    signed_on date,
    production_countries text[] NOT NULL DEFAULT '{}',
    annex text,
    annex_label integer NOT NULL REFERENCES vault.confidentiality_label
);
