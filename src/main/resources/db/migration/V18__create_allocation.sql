-- Money set aside, the transactions that moved it (IATI types) and its classified split by system. What was pledged,
-- allocated and delivered are different things and are never added together.
SET ROLE registry_owner;

CREATE TABLE vault.allocation (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    value_amount numeric NOT NULL CHECK (value_amount >= 0),
    value_currency text NOT NULL CHECK (value_currency ~ '^[A-Z]{3}$'),
    stage text NOT NULL CHECK (stage IN ('INITIAL', 'SUPPLEMENTARY')),
    expected_change text NOT NULL CHECK (expected_change IN ('INCREASE', 'DECREASE', 'NONE')),
    purpose text NOT NULL,
    announced_on date
);

CREATE TABLE vault.transaction (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    allocation uuid NOT NULL REFERENCES vault.allocation,
    type text NOT NULL CHECK (type IN ('PLEDGE', 'COMMITMENT', 'DISBURSEMENT', 'EXPENDITURE')),
    value_amount numeric NOT NULL CHECK (value_amount >= 0),
    value_currency text NOT NULL CHECK (value_currency ~ '^[A-Z]{3}$'),
    occurred_on date NOT NULL,
    description text
);

CREATE TABLE vault.allocation_system_split (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    allocation uuid NOT NULL REFERENCES vault.allocation,
    weapon_system uuid NOT NULL REFERENCES vault.weapon_system,
    value_amount numeric CHECK (value_amount >= 0),
    value_currency text CHECK (value_currency ~ '^[A-Z]{3}$'),
    value_label integer NOT NULL REFERENCES vault.confidentiality_label,
    CHECK (num_nulls(value_amount, value_currency) <> 1),
    UNIQUE (label, allocation, weapon_system)
);
