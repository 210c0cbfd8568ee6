-- A weapon system. Only its code name, category and status are public.
SET ROLE registry_owner;

CREATE TABLE vault.weapon_system (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    code_name text NOT NULL CHECK (char_length(code_name) BETWEEN 1 AND 300),
    capability_category text NOT NULL CHECK (capability_category IN ('UAS', 'COUNTER_UAS', 'MISSILE', 'AMMUNITION',
        'ARMOUR', 'ELECTRONIC_WARFARE', 'NAVAL', 'OTHER')),
    status text NOT NULL CHECK (status IN ('PROPOSED', 'IN_DEVELOPMENT', 'IN_PRODUCTION', 'FIELDED')),
    designation text,
    designation_label integer NOT NULL REFERENCES vault.confidentiality_label,
    description text,
    description_label integer NOT NULL REFERENCES vault.confidentiality_label,
    military_list_category text CHECK (military_list_category ~ '^ML([1-9]|1[0-9]|2[0-2])$'),
    military_list_category_label integer NOT NULL REFERENCES vault.confidentiality_label,
    maximum_range_km integer CHECK (maximum_range_km >= 0),
    maximum_range_km_label integer NOT NULL REFERENCES vault.confidentiality_label,
    unit_cost_amount numeric CHECK (unit_cost_amount >= 0),
    unit_cost_currency text CHECK (unit_cost_currency ~ '^[A-Z]{3}$'),
    unit_cost_label integer NOT NULL REFERENCES vault.confidentiality_label,
    annual_output integer CHECK (annual_output >= 0),
    annual_output_label integer NOT NULL REFERENCES vault.confidentiality_label,
    CHECK (num_nulls(unit_cost_amount, unit_cost_currency) <> 1),
    UNIQUE (label, code_name)
);
CALL vault.create_indexes('weapon_system', '{code_name,capability_category,status}', '{code_name}');
CALL vault.create_indexes_by_language('weapon_system', '{code_name}');

CALL vault.create_link('weapon_system_facility', 'weapon_system', 'production_facility');
CALL vault.create_link('weapon_system_developer', 'weapon_system', 'partner_firm');
CALL vault.create_link('weapon_system_source', 'weapon_system', 'source');
