-- The public record, from a news report on Lithuania's investment in Ukraine's defence sector (undated in our copy,
-- written after 2025-02-24) and the reports to which it refers. Each fact is in our own words and refers to its source.
-- The report contains nothing classified: such fields are empty, and have the labels that their values will need.
SET ROLE registry_owner;

-- Sources

INSERT INTO vault.source (id, title, publisher, kind) VALUES
    ('e6fec8a3-0f88-464b-b8c7-3a8999bf9866', 'Lithuania invests in Ukraine''s defence sector', 'Not named in our copy', 'NEWS_REPORT'),
    ('1cc289eb-a6fd-4901-a88b-b4ba1a6a313a', 'The third Radarom! campaign raises EUR 5.7 million in all', 'Not named in our copy', 'RELATED_REPORT'),
    ('f357c8ff-c3e2-41c0-898f-b489a0d295c8', 'Sights with thermal imagers are handed over to Ukraine', 'Not named in our copy', 'RELATED_REPORT'),
    ('b21fc619-2bee-47a5-beee-b40a7eb65e60', 'The Radarom! campaign raises EUR 1 million in a week', 'Not named in our copy', 'RELATED_REPORT'),
    ('aaef6597-076b-40d2-b04c-464b8f1ec5db', 'The President of Estonia on a trade embargo of the European Union on Russia', 'Not named in our copy', 'RELATED_REPORT'),
    ('3304a864-be72-403a-907b-164546f322fd', 'How the war has prepared Russia for an attack on NATO', 'Not named in our copy', 'RELATED_REPORT'),
    ('6bbc88b3-0a4f-4e82-ae89-5cce1e818c61', 'President Nausėda on containing Russia without the United States', 'Not named in our copy', 'RELATED_REPORT');

-- States and state bodies, persons and their posts

INSERT INTO vault.organisation (id, name, entity_type, jurisdiction) VALUES
    ('b2e6b791-20c4-44c0-a178-65212115a5b4', 'Republic of Lithuania', 'STATE', 'LT'),
    ('90ea1f01-43d5-45b2-aa56-7c1e23262a07', 'Ukraine', 'STATE', 'UA'),
    ('3b6118e4-5424-4259-94ea-4187d5f29bb7', 'Ministry of National Defence of the Republic of Lithuania', 'STATE_BODY', 'LT'),
    ('d93e0735-479d-499d-a9f1-adb016f46846', 'President of Ukraine', 'STATE_BODY', 'UA');
INSERT INTO vault.organisation_source (organisation, source) VALUES
    ('b2e6b791-20c4-44c0-a178-65212115a5b4', 'e6fec8a3-0f88-464b-b8c7-3a8999bf9866'),
    ('90ea1f01-43d5-45b2-aa56-7c1e23262a07', 'e6fec8a3-0f88-464b-b8c7-3a8999bf9866'),
    ('3b6118e4-5424-4259-94ea-4187d5f29bb7', 'e6fec8a3-0f88-464b-b8c7-3a8999bf9866'),
    ('d93e0735-479d-499d-a9f1-adb016f46846', 'e6fec8a3-0f88-464b-b8c7-3a8999bf9866');

INSERT INTO vault.person (id, name) VALUES
    ('341f3011-6795-4074-8dbb-9951fcb232c9', 'Dovilė Šakalienė'),
    ('bb09dc96-3c26-41dc-835f-fa1015dd27d2', 'Oleksandr Kamyshin');
INSERT INTO vault.person_source (person, source) VALUES
    ('341f3011-6795-4074-8dbb-9951fcb232c9', 'e6fec8a3-0f88-464b-b8c7-3a8999bf9866'),
    ('bb09dc96-3c26-41dc-835f-fa1015dd27d2', 'e6fec8a3-0f88-464b-b8c7-3a8999bf9866');
INSERT INTO vault.post (id, person, organisation, title) VALUES
    ('f01a3746-dd56-4705-9f3f-8865f16c3529', '341f3011-6795-4074-8dbb-9951fcb232c9', '3b6118e4-5424-4259-94ea-4187d5f29bb7', 'Minister of National Defence of Lithuania'),
    ('a9c2784e-d89d-492f-92d1-96f2d57ef120', 'bb09dc96-3c26-41dc-835f-fa1015dd27d2', 'd93e0735-479d-499d-a9f1-adb016f46846', 'Senior advisor on strategic issues to President Zelenskyy');

INSERT INTO vault.statement (id, speaker, post, topic, summary) VALUES
    ('e32c0e21-e864-4cbe-8964-b317b570cb6e', '341f3011-6795-4074-8dbb-9951fcb232c9', 'f01a3746-dd56-4705-9f3f-8865f16c3529', 'The potential of Ukraine''s defence industry',
        'Sees much potential in the defence industry of Ukraine: it has learnt on the battlefield, its engineers are able and driven, and those who lead it think ahead.'),
    ('1af1133f-27e9-43de-958e-a1b295120b94', 'bb09dc96-3c26-41dc-835f-fa1015dd27d2', 'a9c2784e-d89d-492f-92d1-96f2d57ef120', 'Defence industry developed together in Lithuania',
        'Counts the industry that both countries develop in Lithuania as a step that makes the eastern flank of NATO stronger.');
INSERT INTO vault.statement_source (statement, source) VALUES
    ('e32c0e21-e864-4cbe-8964-b317b570cb6e', 'e6fec8a3-0f88-464b-b8c7-3a8999bf9866'),
    ('1af1133f-27e9-43de-958e-a1b295120b94', 'e6fec8a3-0f88-464b-b8c7-3a8999bf9866');

-- Countries; that Lithuania is a Baltic state, a neighbour of Russia and a member of NATO is in vault.country

INSERT INTO vault.country_source (country, source) VALUES
    ('LT', 'e6fec8a3-0f88-464b-b8c7-3a8999bf9866'),
    ('UA', 'e6fec8a3-0f88-464b-b8c7-3a8999bf9866'),
    ('UA', 'f357c8ff-c3e2-41c0-898f-b489a0d295c8'),
    ('EE', 'aaef6597-076b-40d2-b04c-464b8f1ec5db'),
    ('RU', 'aaef6597-076b-40d2-b04c-464b8f1ec5db'),
    ('RU', '3304a864-be72-403a-907b-164546f322fd'),
    ('LT', '6bbc88b3-0a4f-4e82-ae89-5cce1e818c61'),
    ('RU', '6bbc88b3-0a4f-4e82-ae89-5cce1e818c61'),
    ('US', '6bbc88b3-0a4f-4e82-ae89-5cce1e818c61');

-- Labels for classified fields; the programme, its facilities, its agreement and its money

INSERT INTO vault.confidentiality_label (id, policy, classification, releasable_to, originator, originator_nation) VALUES
    (1, 'LT', 'LT_KONFIDENCIALIAI', '{LT,UA}', '3b6118e4-5424-4259-94ea-4187d5f29bb7', 'LT'),
    (2, 'LT', 'LT_SLAPTAI', '{LT,UA}', '3b6118e4-5424-4259-94ea-4187d5f29bb7', 'LT'),
    (3, 'UA', 'UA_TAIEMNO', '{LT,UA}', NULL, 'UA');
ALTER TABLE vault.confidentiality_label ALTER COLUMN id RESTART WITH 4;

INSERT INTO vault.programme (id, name, objective, rationale, status, countries) VALUES
    ('41dd45fd-a7be-443e-9bde-69970286360f', 'Joint defence production of Lithuania and Ukraine',
        'Joint production: Lithuania goes on investing in the defence sector of Ukraine, and the two begin to set up facilities that produce weapons together.',
        'Lithuania is a Baltic state, a neighbour of Russia and a member of NATO. Helping Ukraine deters aggression, and a Ukraine that is strong is a buffer for Europe.',
        'ONGOING', '{LT,UA}');
INSERT INTO vault.programme_source (programme, source) VALUES
    ('41dd45fd-a7be-443e-9bde-69970286360f', 'e6fec8a3-0f88-464b-b8c7-3a8999bf9866');

-- Two facilities, one in each country; their operators are not public.
INSERT INTO vault.production_facility
    (id, name, country, status, coordinates_label, address_label, annual_capacity_label) VALUES
    ('979c8e22-c16c-4abf-9766-1fd3044e92c3', 'Joint production facility in Lithuania', 'LT', 'PLANNED', 1, 1, 1),
    ('91c1847f-443a-454a-b200-6ce4e71fd858', 'Joint production facility in Ukraine', 'UA', 'PLANNED', 3, 3, 3);
INSERT INTO vault.production_facility_source (production_facility, source) VALUES
    ('979c8e22-c16c-4abf-9766-1fd3044e92c3', 'e6fec8a3-0f88-464b-b8c7-3a8999bf9866'),
    ('91c1847f-443a-454a-b200-6ce4e71fd858', 'e6fec8a3-0f88-464b-b8c7-3a8999bf9866');
INSERT INTO vault.facility_programme (production_facility, programme) VALUES
    ('979c8e22-c16c-4abf-9766-1fd3044e92c3', '41dd45fd-a7be-443e-9bde-69970286360f'),
    ('91c1847f-443a-454a-b200-6ce4e71fd858', '41dd45fd-a7be-443e-9bde-69970286360f');

-- The parties are the two states. The systems that it covers are classified for security reasons, which is itself public.
INSERT INTO vault.agreement (id, title, type, status, production_countries, coverage, annex_label) VALUES
    ('3042f380-0f39-4907-857a-8bacde194c02', 'Preliminary agreement to develop the production of strategic weapon systems in Lithuania',
        'PRELIMINARY', 'PENDING', '{LT}', 'CLASSIFIED', 2);
INSERT INTO vault.agreement_party (id, agreement, role, country) VALUES
    ('8f2a6c0e-5d3b-4e17-9b64-1c7e0a95d2f3', '3042f380-0f39-4907-857a-8bacde194c02', 'STATE_PARTY', 'LT'),
    ('d41b7e92-06ca-4f58-a3d7-62b9f08e5c14', '3042f380-0f39-4907-857a-8bacde194c02', 'STATE_PARTY', 'UA');
INSERT INTO vault.agreement_source (agreement, source) VALUES
    ('3042f380-0f39-4907-857a-8bacde194c02', 'e6fec8a3-0f88-464b-b8c7-3a8999bf9866');
INSERT INTO vault.agreement_announcer (agreement, organisation) VALUES
    ('3042f380-0f39-4907-857a-8bacde194c02', '3b6118e4-5424-4259-94ea-4187d5f29bb7');
INSERT INTO vault.agreement_programme (agreement, programme) VALUES
    ('3042f380-0f39-4907-857a-8bacde194c02', '41dd45fd-a7be-443e-9bde-69970286360f');

INSERT INTO vault.allocation (id, value_amount, value_currency, stage, expected_change, purpose) VALUES
    ('b8de5bbb-c5db-4c29-8cd8-8dab6fe6275b', 20000000, 'EUR', 'INITIAL', 'INCREASE', 'A first investment by Lithuania in the defence sector of Ukraine');
INSERT INTO vault.allocation_source (allocation, source) VALUES
    ('b8de5bbb-c5db-4c29-8cd8-8dab6fe6275b', 'e6fec8a3-0f88-464b-b8c7-3a8999bf9866');
INSERT INTO vault.allocation_provider (allocation, organisation) VALUES
    ('b8de5bbb-c5db-4c29-8cd8-8dab6fe6275b', 'b2e6b791-20c4-44c0-a178-65212115a5b4');
INSERT INTO vault.allocation_receiver (allocation, organisation) VALUES
    ('b8de5bbb-c5db-4c29-8cd8-8dab6fe6275b', '90ea1f01-43d5-45b2-aa56-7c1e23262a07');
INSERT INTO vault.allocation_programme (allocation, programme) VALUES
    ('b8de5bbb-c5db-4c29-8cd8-8dab6fe6275b', '41dd45fd-a7be-443e-9bde-69970286360f');

-- The third Radarom! campaign, three weeks among citizens and businesses

INSERT INTO vault.fundraising_campaign
    (id, name, edition, starts_on, ends_on, raised_amount, raised_currency, beneficiary, purposes) VALUES
    ('073bb400-5653-4f7c-995b-9c3773d019e4', 'Radarom!', 3, '2025-02-03', '2025-02-24', 5737028, 'EUR', 'UA', '{UAS,COUNTER_UAS}');
INSERT INTO vault.fundraising_campaign_source (fundraising_campaign, source) VALUES
    ('073bb400-5653-4f7c-995b-9c3773d019e4', 'e6fec8a3-0f88-464b-b8c7-3a8999bf9866'),
    ('073bb400-5653-4f7c-995b-9c3773d019e4', '1cc289eb-a6fd-4901-a88b-b4ba1a6a313a'),
    ('073bb400-5653-4f7c-995b-9c3773d019e4', 'b21fc619-2bee-47a5-beee-b40a7eb65e60');
INSERT INTO vault.campaign_split
    (id, fundraising_campaign, fraction_numerator, fraction_denominator, origin, amount_amount, amount_currency, description) VALUES
    ('4cf82659-4c9a-4a37-adcf-99760e7b7337', '073bb400-5653-4f7c-995b-9c3773d019e4', 2, 3, 'LT', 3824685.33, 'EUR', 'Drone technology made in Lithuania'),
    ('ac84dbf7-63b1-4168-844c-1cbe585c8e33', '073bb400-5653-4f7c-995b-9c3773d019e4', 1, 3, 'UA', 1912342.67, 'EUR', 'Systems made in Ukraine');
INSERT INTO vault.donor_share
    (id, fundraising_campaign, donor_type, fraction_numerator, fraction_denominator, qualifier) VALUES
    ('04f68f6f-d1e9-4edc-9a17-9b41529fe9ab', '073bb400-5653-4f7c-995b-9c3773d019e4', 'COMPANY', 1, 3, 'NEARLY'),
    ('3c8c210c-d445-4f81-858d-944207bb5814', '073bb400-5653-4f7c-995b-9c3773d019e4', 'INDIVIDUAL', 2, 3, 'REMAINDER');
INSERT INTO vault.milestone (id, fundraising_campaign, description, amount_amount, amount_currency, reached_by) VALUES
    ('48cf0531-82b7-4906-b641-e48445f95ac8', '073bb400-5653-4f7c-995b-9c3773d019e4', 'One million euro within the first week', 1000000, 'EUR', '2025-02-09');
