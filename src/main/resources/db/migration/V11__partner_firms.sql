-- A firm of the partnership and its identifiers. Uniqueness is per label: a conflict with a record that the writer cannot
-- see must not be rejected, because the error would leak the record.
SET ROLE registry_owner;

CREATE TABLE vault.partner_firm (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    legal_name text NOT NULL CHECK (char_length(legal_name) BETWEEN 1 AND 300),
    alternate_names text[] NOT NULL DEFAULT '{}',
    jurisdiction text NOT NULL REFERENCES vault.country,
    capability_categories text[] NOT NULL DEFAULT '{}' CHECK (capability_categories <@ ARRAY['UAS', 'COUNTER_UAS',
        'MISSILE', 'AMMUNITION', 'ARMOUR', 'ELECTRONIC_WARFARE', 'NAVAL', 'OTHER']),
    website text CHECK (char_length(website) BETWEEN 1 AND 300),
    status text NOT NULL DEFAULT 'DRAFT' CHECK (status IN ('DRAFT', 'SCREENED', 'APPROVED', 'SUSPENDED', 'REVOKED')),
    facility_security_clearance_level text REFERENCES vault.classification_level,
    facility_security_clearance_issuing_authority text,
    facility_security_clearance_valid_until date,
    facility_security_clearance_label integer NOT NULL REFERENCES vault.confidentiality_label,
    foreign_ownership_assessment text,
    foreign_ownership_assessment_label integer NOT NULL REFERENCES vault.confidentiality_label,
    vetting_notes text,
    vetting_notes_label integer NOT NULL REFERENCES vault.confidentiality_label
);
CALL vault.create_indexes('partner_firm', '{legal_name,jurisdiction,website,status}',
    '{legal_name,website,alternate_names}', '{alternate_names,capability_categories}');
CALL vault.create_indexes_by_language('partner_firm', '{legal_name}');
CALL vault.create_link('partner_firm_source', 'partner_firm', 'source');

-- Identifiers are stored in canonical form: upper case and digits, without separators. Filters convert their input to the
-- same form.
CREATE TABLE vault.firm_identifier (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    partner_firm uuid NOT NULL REFERENCES vault.partner_firm,
    scheme text NOT NULL CHECK (scheme IN ('LT_RC', 'LT_VAT', 'UA_EDR', 'LEI', 'NCAGE')),
    value text NOT NULL CHECK (char_length(value) BETWEEN 1 AND 300),
    CONSTRAINT value_is_canonical CHECK (value ~ '^[0-9A-Z]+$'),
    UNIQUE (label, scheme, value)
);
CALL vault.create_indexes('firm_identifier', '{partner_firm,scheme,value}', '{value}');
CREATE TRIGGER require_label_of_ends BEFORE INSERT OR UPDATE ON vault.firm_identifier
    FOR EACH ROW EXECUTE FUNCTION vault.require_label_of_ends();
