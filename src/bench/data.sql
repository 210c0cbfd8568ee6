-- Fills an empty registry with as many firms as setting bench.firms says, three facilities per firm and two weapon systems per
-- facility. All values are derived from row numbers, so each run creates the same data. It must run as a superuser, because it
-- disables the checks of references.
SET session_replication_role = replica;
SET synchronous_commit = off;
SET maintenance_work_mem = '512MB';
SET TIME ZONE 'UTC';

-- One in twenty records and one in twenty links is hidden from the public.
CREATE FUNCTION pg_temp.record_label(number bigint) RETURNS integer IMMUTABLE LANGUAGE sql
RETURN CASE WHEN number % 20 = 7 THEN 1 + (number / 20 % 499)::integer ELSE 0 END;
-- One in ten classified fields has a public label.
CREATE FUNCTION pg_temp.field_label(number bigint, field integer) RETURNS integer IMMUTABLE LANGUAGE sql
RETURN CASE WHEN (number + field) % 10 = 0 THEN 0 ELSE 1 + ((number * 7 + field * 61) % 499)::integer END;
CREATE FUNCTION pg_temp.id(kind text, number bigint) RETURNS uuid IMMUTABLE LANGUAGE sql
RETURN md5(kind || number)::uuid;
CREATE FUNCTION pg_temp.pick(number bigint, choices text[]) RETURNS text IMMUTABLE LANGUAGE sql
RETURN choices[1 + number % cardinality(choices)];

INSERT INTO vault.organisation (id, name, entity_type, jurisdiction)
SELECT pg_temp.id('organisation', number), 'Exercise authority ' || number, 'STATE_BODY', pg_temp.pick(number, '{LT,UA}')
FROM generate_series(1, 2) AS number;

-- 500 labels, including the public one: 16 levels, 4 lists of nations, 4 sets of compartments, 2 originators. Their trigger
-- maintains the label sets, so triggers are enabled here.
SET session_replication_role = origin;
INSERT INTO vault.confidentiality_label
    (id, policy, classification, releasable_to, special_handling, originator, originator_nation)
SELECT number, level.policy, level.code,
    CASE number / 16 % 4 WHEN 0 THEN '{}'::text[] WHEN 1 THEN ARRAY[nation] WHEN 2 THEN '{LT,UA}' ELSE '{EE,LT,LV,PL,UA}' END,
    CASE number / 64 % 4 WHEN 0 THEN '{}'::text[] WHEN 1 THEN '{AMBER}' WHEN 2 THEN '{BASALT}' ELSE '{AMBER,BASALT}' END,
    pg_temp.id('organisation', 1 + number / 256), nation
FROM generate_series(1, 499) AS number
JOIN (SELECT code, policy, row_number() OVER (ORDER BY code) - 1 AS position,
        CASE policy WHEN 'UA' THEN 'UA' ELSE 'LT' END AS nation
    FROM vault.classification_level WHERE policy <> 'PUBLIC') AS level ON level.position = number % 16;
SET session_replication_role = replica;

-- Indexes are dropped, and created again after the rows.
CREATE TEMPORARY TABLE dropped_index AS
SELECT pg_get_indexdef(index.indexrelid) AS definition, index.indexrelid::regclass::text AS name
FROM pg_index AS index
WHERE index.indrelid IN ('vault.partner_firm'::regclass, 'vault.production_facility'::regclass,
        'vault.weapon_system'::regclass, 'vault.facility_operator'::regclass, 'vault.weapon_system_facility'::regclass)
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = index.indexrelid);
DO $$
DECLARE
    dropped text;
BEGIN
    FOR dropped IN SELECT name FROM dropped_index LOOP
        EXECUTE 'DROP INDEX ' || dropped;
    END LOOP;
END
$$;

-- For any number of firms, 25 of them have a rare word in their names.
INSERT INTO vault.partner_firm (id, label, legal_name, jurisdiction, capability_categories, website, status,
    facility_security_clearance_level, facility_security_clearance_issuing_authority,
    facility_security_clearance_valid_until, facility_security_clearance_label,
    foreign_ownership_assessment, foreign_ownership_assessment_label, vetting_notes, vetting_notes_label)
SELECT pg_temp.id('firm', number), pg_temp.record_label(number),
    concat_ws(' ',
        pg_temp.pick(hashint8(number)::bigint + 2147483648, '{Amber,Baltic,Birch,Borys,Carpathian,Coastal,Dnipro,Eastern,Falcon,Granite,Harbour,Iron,
            Juniper,Kyiv,Lviv,Meridian,Nemunas,Northern,Oak,Podil,Quartz,River,Steppe,Vilnius}'),
        CASE WHEN number % (current_setting('bench.firms')::bigint / 25) = 0 THEN 'Peregrine' END,
        pg_temp.pick(number, '{Aero,Armour,Ballistics,Components,Dynamics,Electronics,Forge,Guidance,Optics,Propulsion,Systems}'),
        lpad(number::text, 8, '0')),
    pg_temp.pick(number, '{LT,UA,PL,LV,EE,DE,FR,NL,SE,FI,NO,DK,CZ,SK,RO,BG,GB,ES,IT,BE}'),
    ARRAY[pg_temp.pick(number, '{UAS,COUNTER_UAS,MISSILE,AMMUNITION,ARMOUR,ELECTRONIC_WARFARE,NAVAL,OTHER}')],
    CASE number % 2 WHEN 0 THEN 'https://firm-' || number || '.example' END,
    pg_temp.pick(number / 20, '{DRAFT,SCREENED,APPROVED,SUSPENDED,REVOKED}'),
    'LT_SLAPTAI', 'Exercise authority', date '2030-01-01' + (number % 1000)::integer, pg_temp.field_label(number, 1),
    'EXERCISE: owned at home, ' || number, pg_temp.field_label(number, 2),
    'EXERCISE: nothing found, ' || number, pg_temp.field_label(number, 3)
FROM generate_series(1, current_setting('bench.firms')::bigint) AS number;

INSERT INTO vault.production_facility (id, label, name, country, region, status,
    public_coordinates_latitude, public_coordinates_longitude, coordinates_latitude, coordinates_longitude, coordinates_label,
    address, address_label, annual_capacity, annual_capacity_label)
SELECT pg_temp.id('facility', number), pg_temp.record_label(number), 'Plant ' || lpad(number::text, 8, '0'),
    pg_temp.pick(number, '{LT,UA}'), pg_temp.pick(number, '{LT-VL,UA-30}'),
    pg_temp.pick(number / 2, '{PLANNED,UNDER_CONSTRUCTION,COMMISSIONING,OPERATIONAL,SUSPENDED,DECOMMISSIONED}'),
    54.7, 25.3, 54 + number % 1000 / 1000.0, 25 + number % 1000 / 1000.0, pg_temp.field_label(number, 4),
    'EXERCISE street ' || number, pg_temp.field_label(number, 5), number % 5000, pg_temp.field_label(number, 6)
FROM generate_series(1, 3 * current_setting('bench.firms')::bigint) AS number;

INSERT INTO vault.weapon_system (id, label, code_name, capability_category, status, designation, designation_label,
    description, description_label, military_list_category, military_list_category_label,
    maximum_range_km, maximum_range_km_label, unit_cost_amount, unit_cost_currency, unit_cost_label,
    annual_output, annual_output_label)
SELECT pg_temp.id('system', number), pg_temp.record_label(number), 'EXERCISE ' || lpad(number::text, 8, '0'),
    pg_temp.pick(number, '{UAS,COUNTER_UAS,MISSILE,AMMUNITION,ARMOUR,ELECTRONIC_WARFARE,NAVAL,OTHER}'),
    pg_temp.pick(number / 3, '{PROPOSED,IN_DEVELOPMENT,IN_PRODUCTION,FIELDED}'),
    'EX-' || number, pg_temp.field_label(number, 1), 'An invented system', pg_temp.field_label(number, 2),
    'ML' || 1 + number % 22, pg_temp.field_label(number, 3), number % 2000, pg_temp.field_label(number, 4),
    1000 + number % 90000 / 100.0, 'EUR', pg_temp.field_label(number, 5), number % 700, pg_temp.field_label(number, 6)
FROM generate_series(1, 6 * current_setting('bench.firms')::bigint) AS number;

INSERT INTO vault.facility_operator
    (id, label, production_facility, label_of_production_facility, partner_firm, label_of_partner_firm)
SELECT pg_temp.id('operator', number), pg_temp.record_label(number + 3),
    pg_temp.id('facility', number), pg_temp.record_label(number),
    pg_temp.id('firm', 1 + (number - 1) / 3), pg_temp.record_label(1 + (number - 1) / 3)
FROM generate_series(1, 3 * current_setting('bench.firms')::bigint) AS number;

INSERT INTO vault.weapon_system_facility
    (id, label, weapon_system, label_of_weapon_system, production_facility, label_of_production_facility)
SELECT pg_temp.id('product', number), pg_temp.record_label(number + 11),
    pg_temp.id('system', number), pg_temp.record_label(number),
    pg_temp.id('facility', 1 + (number - 1) / 2), pg_temp.record_label(1 + (number - 1) / 2)
FROM generate_series(1, 6 * current_setting('bench.firms')::bigint) AS number;

DO $$
DECLARE
    dropped text;
BEGIN
    FOR dropped IN SELECT definition FROM dropped_index LOOP
        EXECUTE dropped;
    END LOOP;
END
$$;
