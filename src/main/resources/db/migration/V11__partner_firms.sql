-- A firm of the partnership, with its names, identifiers and addresses.
SET ROLE registry_owner;

CREATE TABLE vault.partner_firm (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    legal_name text NOT NULL CHECK (char_length(legal_name) BETWEEN 1 AND 300),
    entity_type text CHECK (entity_type IN ('STATE_BODY', 'STATE', 'REGISTERED_ENTITY', 'LEGAL_ENTITY', 'ARRANGEMENT',
        'ANONYMOUS_ENTITY', 'UNKNOWN_ENTITY')),
    unspecified_reason text CHECK (unspecified_reason IN ('NO_BENEFICIAL_OWNERS',
        'SUBJECT_UNABLE_TO_CONFIRM_OR_IDENTIFY_BENEFICIAL_OWNER', 'INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION',
        'SUBJECT_EXEMPT_FROM_DISCLOSURE', 'INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE', 'UNKNOWN',
        'INFORMATION_UNKNOWN_TO_PUBLISHER')),
    jurisdiction text NOT NULL REFERENCES vault.country,
    registered_on registry.partial_date,
    dissolved_on registry.partial_date,
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
    vetting_notes_label integer NOT NULL REFERENCES vault.confidentiality_label,
    CONSTRAINT reason_only_if_unspecified CHECK (
        unspecified_reason IS NULL OR coalesce(entity_type IN ('ANONYMOUS_ENTITY', 'UNKNOWN_ENTITY'), false)),
    CONSTRAINT dissolved_not_before_registered CHECK (vault.is_period(registered_on, dissolved_on))
);
CALL vault.create_indexes('partner_firm',
    '{legal_name,entity_type,unspecified_reason,jurisdiction,registered_on,dissolved_on,website,status}',
    '{legal_name,website}', '{capability_categories}');
CALL vault.create_indexes_by_language('partner_firm', '{legal_name}');
CALL vault.create_link('partner_firm_source', 'partner_firm', 'source');
CALL vault.create_life_cycle('partner_firm', '{{DRAFT,SCREENED},{SCREENED,APPROVED},{APPROVED,SUSPENDED},
    {SUSPENDED,APPROVED},{SUSPENDED,REVOKED}}');
CALL vault.create_names('firm_name', 'partner_firm');
CALL vault.create_identifiers('firm_identifier', 'partner_firm');
CALL vault.create_addresses('firm_address', 'partner_firm');

-- The firm that goes on after a merger.
CALL vault.create_link('firm_successor', 'partner_firm', 'partner_firm', single_valued => true, right_column => 'successor');

-- A firm is approved only with an identifier and a source, as far as the writer sees them: to count hidden ones would tell of
-- them. It is asked at COMMIT, when the parts and links of the same operation are there. What has no writer, such as data that an
-- administrator loads, is not asked.
CREATE FUNCTION vault.check_approval() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (SELECT status FROM vault.partner_firm WHERE id = NEW.id) = 'APPROVED' AND NOT (
            EXISTS (SELECT FROM registry.firm_identifier WHERE partner_firm = NEW.id)
            AND EXISTS (SELECT FROM registry.partner_firm_source WHERE partner_firm = NEW.id)) THEN
        RAISE EXCEPTION 'an approved firm has an identifier and a source' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'approved_with_identifier_and_source', DETAIL = NEW.id::text;
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER check_approval_of_new AFTER INSERT ON vault.partner_firm DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.status = 'APPROVED' AND current_setting('registry.writer', true) <> '')
    EXECUTE FUNCTION vault.check_approval();
CREATE CONSTRAINT TRIGGER check_approval AFTER UPDATE OF status ON vault.partner_firm DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.status = 'APPROVED' AND OLD.status <> 'APPROVED'
        AND current_setting('registry.writer', true) <> '')
    EXECUTE FUNCTION vault.check_approval();
