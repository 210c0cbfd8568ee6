-- A link is a record of its own, with its own label: that two records belong together can be classified when neither is.
-- A single-valued link is unique by its label and its left end, so that two callers may each see another one.
SET ROLE registry_owner;

CREATE PROCEDURE vault.create_link(link text, left_end text, right_end text, single_valued boolean DEFAULT false)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format(
        'CREATE TABLE vault.%1$I (
            id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
            label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
            %2$I %4$s NOT NULL REFERENCES vault.%2$I,
            %3$I uuid NOT NULL REFERENCES vault.%3$I,
            UNIQUE (label, %2$I%5$s)
        )',
        link, left_end, right_end,
        CASE left_end WHEN 'country' THEN 'text' ELSE 'uuid' END,
        CASE WHEN single_valued THEN '' ELSE format(', %I', right_end) END);
    EXECUTE format('CREATE INDEX ON vault.%1$I (%2$I, %3$I)', link, left_end, right_end);
    EXECUTE format('CREATE INDEX ON vault.%1$I (%3$I, %2$I)', link, left_end, right_end);
END
$$;

CALL vault.create_link('facility_operator', 'production_facility', 'partner_firm');
CALL vault.create_link('facility_programme', 'production_facility', 'programme', single_valued => true);
CALL vault.create_link('weapon_system_facility', 'weapon_system', 'production_facility');
CALL vault.create_link('weapon_system_developer', 'weapon_system', 'partner_firm');
CALL vault.create_link('agreement_system', 'agreement', 'weapon_system');
CALL vault.create_link('agreement_firm', 'agreement', 'partner_firm');
CALL vault.create_link('agreement_party', 'agreement', 'organisation');
CALL vault.create_link('agreement_announcer', 'agreement', 'organisation', single_valued => true);
CALL vault.create_link('agreement_programme', 'agreement', 'programme');
CALL vault.create_link('allocation_provider', 'allocation', 'organisation', single_valued => true);
CALL vault.create_link('allocation_receiver', 'allocation', 'organisation', single_valued => true);
CALL vault.create_link('allocation_programme', 'allocation', 'programme', single_valued => true);
CALL vault.create_link('partner_firm_source', 'partner_firm', 'source');
CALL vault.create_link('production_facility_source', 'production_facility', 'source');
CALL vault.create_link('weapon_system_source', 'weapon_system', 'source');
CALL vault.create_link('agreement_source', 'agreement', 'source');
CALL vault.create_link('programme_source', 'programme', 'source');
CALL vault.create_link('allocation_source', 'allocation', 'source');
CALL vault.create_link('fundraising_campaign_source', 'fundraising_campaign', 'source');
CALL vault.create_link('organisation_source', 'organisation', 'source');
CALL vault.create_link('person_source', 'person', 'source');
CALL vault.create_link('statement_source', 'statement', 'source');
CALL vault.create_link('country_source', 'country', 'source');
