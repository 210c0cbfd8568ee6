-- An agreement and its parties. Whether its weapon systems are classified is public: coverage states it. It is never
-- derived from the links to the systems, which would leak hidden ones.
SET ROLE registry_owner;

CREATE TABLE vault.agreement (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 300),
    type text NOT NULL CHECK (type IN ('LETTER_OF_INTENT', 'PRELIMINARY', 'MEMORANDUM', 'TREATY', 'CONTRACT')),
    status text NOT NULL CHECK (status IN ('PENDING', 'ACTIVE', 'CANCELLED', 'TERMINATED')),
    announced_on date,
    signed_on date,
    value_amount numeric CHECK (value_amount >= 0),
    value_currency text CHECK (value_currency ~ '^[A-Z]{3}$'),
    period_from date,
    period_until date CHECK (period_until >= period_from),
    period_maximum date CHECK (period_maximum >= period_until AND period_maximum >= period_from),
    production_countries text[] NOT NULL DEFAULT '{}',
    annex text,
    annex_label integer NOT NULL REFERENCES vault.confidentiality_label,
    coverage text NOT NULL CHECK (coverage IN ('PUBLIC', 'CLASSIFIED_IN_PART', 'CLASSIFIED')),
    CHECK (num_nulls(value_amount, value_currency) <> 1)
);
CALL vault.create_indexes('agreement', '{title,type,status,announced_on,signed_on,value_amount,value_currency,
    period_from,period_until,period_maximum,coverage}', '{title}',
    '{production_countries}');
CALL vault.create_indexes_by_language('agreement', '{title}');
CALL vault.create_life_cycle('agreement', '{{PENDING,ACTIVE},{ACTIVE,TERMINATED},{PENDING,CANCELLED}}');

CALL vault.create_link('agreement_system', 'agreement', 'weapon_system');
CALL vault.create_link('agreement_announcer', 'agreement', 'organisation', single_valued => true);
CALL vault.create_link('agreement_programme', 'agreement', 'programme');
CALL vault.create_link('agreement_source', 'agreement', 'source');
CALL vault.create_link('agreement_amendment', 'agreement', 'agreement', single_valued => true, right_column => 'amended');

-- A party is a country, an organisation or a firm, as a state party or in a role of the Open Contracting Data Standard.
-- It is a separate record, visible only if the agreement and the organisation or firm are visible.
CREATE TABLE vault.agreement_party (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    agreement uuid NOT NULL REFERENCES vault.agreement,
    role text NOT NULL CHECK (role IN ('STATE_PARTY', 'BUYER', 'PROCURING_ENTITY', 'SUPPLIER', 'FUNDER', 'PAYER', 'PAYEE',
        'INTERESTED_PARTY')),
    country text REFERENCES vault.country,
    organisation uuid REFERENCES vault.organisation,
    partner_firm uuid REFERENCES vault.partner_firm,
    CHECK (num_nonnulls(country, organisation, partner_firm) = 1),
    CHECK (role <> 'STATE_PARTY' OR country IS NOT NULL),
    UNIQUE NULLS NOT DISTINCT (label, agreement, role, country, organisation, partner_firm)
);
CALL vault.carry_labels_of_ends('agreement_party');
CALL vault.create_link_index('agreement_party', '{agreement}');
CALL vault.create_link_index('agreement_party', '{organisation,agreement}');
CALL vault.create_link_index('agreement_party', '{partner_firm,agreement}');
CALL vault.create_indexes('agreement_party', '{role,country}');
