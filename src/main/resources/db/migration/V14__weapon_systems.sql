-- A weapon system. Only its code name, category and status are public.
SET ROLE registry_owner;

-- The categories of the Common Military List of the European Union, with short titles of our own.
CREATE TABLE vault.military_list_category (
    code text PRIMARY KEY CHECK (code ~ '^ML([1-9]|1[0-9]|2[0-2])$'),
    number integer NOT NULL UNIQUE CHECK (code = 'ML' || number),
    title_en text NOT NULL,
    title_lt text NOT NULL,
    title_uk text NOT NULL
);
INSERT INTO vault.unlabelled_table (name, kind) VALUES ('military_list_category', 'REFERENCE');
INSERT INTO vault.military_list_category (code, number, title_en, title_lt, title_uk) VALUES
    ('ML1', 1, 'Small arms and accessories', 'Šaulių ginklai ir jų reikmenys', 'Стрілецька зброя та приладдя'),
    ('ML2', 2, 'Guns, howitzers, mortars and launchers', 'Pabūklai, haubicos, minosvaidžiai ir paleidimo įrenginiai', 'Гармати, гаубиці, міномети та пускові установки'),
    ('ML3', 3, 'Ammunition and fuze setters', 'Šaudmenys ir sprogdiklių nustatymo įtaisai', 'Боєприпаси та пристрої встановлення підривників'),
    ('ML4', 4, 'Bombs, torpedoes, rockets and missiles', 'Bombos, torpedos, raketos ir valdomosios raketos', 'Бомби, торпеди, реактивні снаряди та ракети'),
    ('ML5', 5, 'Fire control and warning equipment', 'Ugnies valdymo ir perspėjimo įranga', 'Обладнання керування вогнем і попередження'),
    ('ML6', 6, 'Military ground vehicles', 'Karinės antžeminės transporto priemonės', 'Військові наземні транспортні засоби'),
    ('ML7', 7, 'Toxic and radioactive agents and protection', 'Nuodingosios ir radioaktyviosios medžiagos bei apsauga nuo jų', 'Токсичні та радіоактивні речовини й захист від них'),
    ('ML8', 8, 'Energetic materials', 'Energinės medžiagos', 'Енергетичні матеріали'),
    ('ML9', 9, 'Naval vessels and equipment', 'Karo laivai ir laivų įranga', 'Військові кораблі та морське обладнання'),
    ('ML10', 10, 'Aircraft and unmanned aircraft', 'Orlaiviai ir bepiločiai orlaiviai', 'Літальні апарати та безпілотні літальні апарати'),
    ('ML11', 11, 'Electronics and spacecraft', 'Elektroninė įranga ir erdvėlaiviai', 'Електронне обладнання та космічні апарати'),
    ('ML12', 12, 'Kinetic energy weapons', 'Kinetinės energijos ginklai', 'Кінетична зброя'),
    ('ML13', 13, 'Armour and protective equipment', 'Šarvai ir apsaugos priemonės', 'Броня та засоби захисту'),
    ('ML14', 14, 'Training and simulation equipment', 'Mokymo ir imitavimo įranga', 'Навчальне та імітаційне обладнання'),
    ('ML15', 15, 'Imaging and countermeasure equipment', 'Vaizdo gavimo ir atsakomųjų priemonių įranga', 'Обладнання для отримання зображень і протидії'),
    ('ML16', 16, 'Unfinished forgings and castings', 'Kaltiniai ir liejiniai, kurie nebaigti gaminti', 'Незавершені поковки та виливки'),
    ('ML17', 17, 'Other equipment and materials', 'Kita įranga ir medžiagos', 'Інше обладнання та матеріали'),
    ('ML18', 18, 'Production equipment', 'Gamybos įranga', 'Виробниче обладнання'),
    ('ML19', 19, 'Directed energy weapons', 'Nukreiptosios energijos ginklai', 'Зброя спрямованої енергії'),
    ('ML20', 20, 'Cryogenic and superconducting equipment', 'Kriogeninė ir superlaidi įranga', 'Кріогенне та надпровідне обладнання'),
    ('ML21', 21, 'Software', 'Programinė įranga', 'Програмне забезпечення'),
    ('ML22', 22, 'Technology', 'Technologijos', 'Технології');

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
    military_list_category text REFERENCES vault.military_list_category,
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
CALL vault.create_life_cycle('weapon_system', '{{PROPOSED,IN_DEVELOPMENT},{IN_DEVELOPMENT,IN_PRODUCTION},
    {IN_PRODUCTION,FIELDED}}');

CALL vault.create_link('weapon_system_facility', 'weapon_system', 'production_facility');
CALL vault.create_link('weapon_system_developer', 'weapon_system', 'partner_firm');
CALL vault.create_link('weapon_system_source', 'weapon_system', 'source');
