-- Allocated money, its transactions (with the types of IATI), and its classified split by weapon system. Pledges,
-- allocations and deliveries are different things, which are never added together.
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
CALL vault.create_indexes('allocation', '{value_amount,value_currency,stage,expected_change,announced_on}', '{purpose}');

CALL vault.create_link('allocation_provider', 'allocation', 'organisation', single_valued => true);
CALL vault.create_link('allocation_receiver', 'allocation', 'organisation', single_valued => true);
CALL vault.create_link('allocation_programme', 'allocation', 'programme', single_valued => true);
CALL vault.create_link('allocation_source', 'allocation', 'source');

CREATE TABLE vault.transaction (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    allocation uuid NOT NULL REFERENCES vault.allocation,
    type text NOT NULL CHECK (type IN ('INCOMING_FUNDS', 'OUTGOING_COMMITMENT', 'DISBURSEMENT', 'EXPENDITURE',
        'INTEREST_PAYMENT', 'LOAN_REPAYMENT', 'REIMBURSEMENT', 'PURCHASE_OF_EQUITY', 'SALE_OF_EQUITY', 'CREDIT_GUARANTEE',
        'INCOMING_COMMITMENT', 'OUTGOING_PLEDGE', 'INCOMING_PLEDGE')),
    value_amount numeric NOT NULL CHECK (value_amount >= 0),
    value_currency text NOT NULL CHECK (value_currency ~ '^[A-Z]{3}$'),
    occurred_on date NOT NULL,
    value_date date,
    description text CHECK (char_length(description) BETWEEN 1 AND 300)
);
CALL vault.create_indexes('transaction', '{allocation,type,value_amount,value_currency,occurred_on,value_date}', '{description}');

CALL vault.create_link('transaction_provider', 'transaction', 'organisation', single_valued => true);
CALL vault.create_link('transaction_receiver', 'transaction', 'organisation', single_valued => true);
-- The commitment that a transaction draws on.
CALL vault.create_link('transaction_commitment', 'transaction', 'transaction', single_valued => true, right_column => 'commitment');

CREATE TABLE vault.system_split (
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
CALL vault.create_indexes('system_split', '{allocation,weapon_system}');
