-- Every public column that a caller can order or filter by has an index; classified columns promise none. The id breaks
-- ties. A nullable column has a second index, because nulls come last in both directions.
SET ROLE registry_owner;

CREATE PROCEDURE vault.create_indexes(
    relation text, ordered text[], searched text[] DEFAULT '{}', contained text[] DEFAULT '{}')
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    column_name text;
BEGIN
    FOREACH column_name IN ARRAY ordered LOOP
        EXECUTE format('CREATE INDEX ON vault.%I (%I, id)', relation, column_name);
        IF NOT (SELECT attribute.attnotnull FROM pg_attribute AS attribute
                WHERE attribute.attrelid = format('vault.%I', relation)::regclass AND attribute.attname = column_name) THEN
            EXECUTE format('CREATE INDEX ON vault.%I (%I DESC NULLS LAST, id DESC)', relation, column_name);
        END IF;
    END LOOP;
    FOREACH column_name IN ARRAY searched LOOP
        EXECUTE format('CREATE INDEX ON vault.%I USING gin (%I vault.gin_trgm_ops)', relation, column_name);
    END LOOP;
    FOREACH column_name IN ARRAY contained LOOP
        EXECUTE format('CREATE INDEX ON vault.%I USING gin (%I)', relation, column_name);
    END LOOP;
END
$$;

CALL vault.create_indexes('organisation', '{name,entity_type,jurisdiction,website}', '{name,website}');
CALL vault.create_indexes('person', '{name}', '{name}');
CALL vault.create_indexes('post', '{person,organisation,title,valid_from,valid_to}', '{title}');
CALL vault.create_indexes('statement', '{speaker,post,topic,made_on}', '{topic,summary}');
CALL vault.create_indexes('source', '{title,publisher,published_on,kind,url}', '{title,publisher,url}');
CALL vault.create_indexes('partner_firm', '{legal_name,jurisdiction,website,status}', '{legal_name,website}',
    '{alternate_names,capability_categories}');
CALL vault.create_indexes('firm_identifier', '{partner_firm,scheme,value}');
CALL vault.create_indexes('production_facility',
    '{name,country,region,status,public_coordinates_latitude,public_coordinates_longitude}', '{name}');
CALL vault.create_indexes('weapon_system', '{code_name,capability_category,status}', '{code_name}');
CALL vault.create_indexes('agreement', '{title,type,status,announced_on,signed_on}', '{title}', '{production_countries}');
CALL vault.create_indexes('programme', '{name,status}', '{name,objective,rationale}', '{countries}');
CALL vault.create_indexes('allocation', '{value_amount,value_currency,stage,expected_change,announced_on}', '{purpose}');
CALL vault.create_indexes('transaction', '{allocation,type,value_amount,value_currency,occurred_on}', '{description}');
CALL vault.create_indexes('allocation_system_split', '{allocation,weapon_system}');
CALL vault.create_indexes('fundraising_campaign',
    '{name,edition,starts_on,ends_on,raised_amount,raised_currency,beneficiary}', '{name}', '{purposes}');
CALL vault.create_indexes('campaign_split', '{fundraising_campaign,origin,amount_amount}', '{description}');
CALL vault.create_indexes('donor_share', '{fundraising_campaign,donor_type}');
CALL vault.create_indexes('milestone', '{fundraising_campaign,amount_amount,reached_by}', '{description}');
