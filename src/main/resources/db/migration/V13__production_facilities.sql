-- A production facility of firms. Its public coordinates are the centroid of its region, never an obfuscated form of the
-- actual location, from which the location could be inferred.
SET ROLE registry_owner;

CREATE TABLE vault.production_facility (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 300),
    country text NOT NULL REFERENCES vault.country,
    region text CHECK (region ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$'),
    status text NOT NULL CHECK (status IN ('PLANNED', 'UNDER_CONSTRUCTION', 'COMMISSIONING', 'OPERATIONAL',
        'SUSPENDED', 'DECOMMISSIONED')),
    public_coordinates_latitude numeric CHECK (public_coordinates_latitude BETWEEN -90 AND 90),
    public_coordinates_longitude numeric CHECK (public_coordinates_longitude BETWEEN -180 AND 180),
    coordinates_latitude numeric CHECK (coordinates_latitude BETWEEN -90 AND 90),
    coordinates_longitude numeric CHECK (coordinates_longitude BETWEEN -180 AND 180),
    coordinates_label integer NOT NULL REFERENCES vault.confidentiality_label,
    address text,
    address_label integer NOT NULL REFERENCES vault.confidentiality_label,
    annual_capacity integer CHECK (annual_capacity >= 0),
    annual_capacity_label integer NOT NULL REFERENCES vault.confidentiality_label,
    CHECK (num_nulls(public_coordinates_latitude, public_coordinates_longitude) <> 1),
    CHECK (num_nulls(coordinates_latitude, coordinates_longitude) <> 1)
);
CALL vault.create_indexes('production_facility',
    '{name,country,region,status,public_coordinates_latitude,public_coordinates_longitude}', '{name}');
CALL vault.create_indexes_by_language('production_facility', '{name}');
CALL vault.create_life_cycle('production_facility', '{{PLANNED,UNDER_CONSTRUCTION},{UNDER_CONSTRUCTION,COMMISSIONING},
    {COMMISSIONING,OPERATIONAL},{OPERATIONAL,SUSPENDED},{SUSPENDED,OPERATIONAL},{SUSPENDED,DECOMMISSIONED}}');

CALL vault.create_link('facility_operator', 'production_facility', 'partner_firm');
CALL vault.create_link('facility_programme', 'production_facility', 'programme', single_valued => true);
CALL vault.create_link('production_facility_source', 'production_facility', 'source');
