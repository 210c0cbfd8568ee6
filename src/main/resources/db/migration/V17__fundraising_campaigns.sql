-- A public fundraising campaign: the amount raised and its purpose, the exact split, approximate shares by type of donor,
-- and milestones.
SET ROLE registry_owner;

CREATE TABLE vault.fundraising_campaign (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 300),
    edition integer NOT NULL CHECK (edition >= 1),
    starts_on date NOT NULL,
    ends_on date NOT NULL CHECK (ends_on >= starts_on),
    raised_amount numeric NOT NULL CHECK (raised_amount >= 0),
    raised_currency text NOT NULL CHECK (raised_currency ~ '^[A-Z]{3}$'),
    beneficiary text NOT NULL REFERENCES vault.country,
    purposes text[] NOT NULL DEFAULT '{}' CHECK (purposes <@ ARRAY['UAS', 'COUNTER_UAS', 'MISSILE', 'AMMUNITION',
        'ARMOUR', 'ELECTRONIC_WARFARE', 'NAVAL', 'OTHER']),
    UNIQUE (label, name, edition)
);
CALL vault.create_indexes('fundraising_campaign',
    '{name,edition,starts_on,ends_on,raised_amount,raised_currency,beneficiary}', '{name}', '{purposes}');
CALL vault.create_indexes_by_language('fundraising_campaign', '{name}');
CALL vault.create_link('fundraising_campaign_source', 'fundraising_campaign', 'source');

CREATE TABLE vault.campaign_split (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    fundraising_campaign uuid NOT NULL REFERENCES vault.fundraising_campaign,
    fraction_numerator integer NOT NULL CHECK (fraction_numerator >= 0),
    fraction_denominator integer NOT NULL CHECK (fraction_denominator >= fraction_numerator AND fraction_denominator > 0),
    origin text NOT NULL REFERENCES vault.country,
    amount_amount numeric NOT NULL CHECK (amount_amount >= 0),
    amount_currency text NOT NULL CHECK (amount_currency ~ '^[A-Z]{3}$'),
    description text NOT NULL CHECK (char_length(description) BETWEEN 1 AND 300)
);
CALL vault.create_indexes('campaign_split', '{fundraising_campaign,origin,amount_amount}', '{description}');

CREATE TABLE vault.donor_share (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    fundraising_campaign uuid NOT NULL REFERENCES vault.fundraising_campaign,
    donor_type text NOT NULL CHECK (donor_type IN ('COMPANY', 'INDIVIDUAL')),
    fraction_numerator integer NOT NULL CHECK (fraction_numerator >= 0),
    fraction_denominator integer NOT NULL CHECK (fraction_denominator >= fraction_numerator AND fraction_denominator > 0),
    qualifier text NOT NULL CHECK (qualifier IN ('EXACT', 'NEARLY', 'ABOUT', 'REMAINDER'))
);
CALL vault.create_indexes('donor_share', '{fundraising_campaign,donor_type}');

CREATE TABLE vault.milestone (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    fundraising_campaign uuid NOT NULL REFERENCES vault.fundraising_campaign,
    description text NOT NULL CHECK (char_length(description) BETWEEN 1 AND 300),
    amount_amount numeric NOT NULL CHECK (amount_amount >= 0),
    amount_currency text NOT NULL CHECK (amount_currency ~ '^[A-Z]{3}$'),
    reached_by date
);
CALL vault.create_indexes('milestone', '{fundraising_campaign,amount_amount,reached_by}', '{description}');
