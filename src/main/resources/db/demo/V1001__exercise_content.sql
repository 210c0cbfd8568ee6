-- EXERCISE EXERCISE EXERCISE. Everything in this file is invented: every name starts with EXERCISE, no firm, place,
-- system, figure or person here exists, and the coordinates lie in the open sea. Each persona of the demo can read
-- something that another cannot.
SET ROLE registry_owner;

-- Originators of the labels

INSERT INTO vault.organisation (id, name, entity_type, jurisdiction) VALUES
    ('58c389fd-2aca-40a4-8d8e-dd51383d847f', 'EXERCISE Originating Office, Lithuania', 'STATE_BODY', 'LT'),
    ('c1edb916-a0ef-42a7-8978-9d50348bc61c', 'EXERCISE Originating Office, Ukraine', 'STATE_BODY', 'UA');

-- Twenty-five labels. The tens digit is the policy, the units digit mostly the rank; AMBER is the only compartment.
INSERT INTO vault.confidentiality_label
    (id, policy, classification, releasable_to, special_handling, originator, originator_nation, succession_on, succession_to) VALUES
    (11, 'LT', 'LT_RIBOTO_NAUDOJIMO', '{LT,UA}', '{}', '58c389fd-2aca-40a4-8d8e-dd51383d847f', 'LT', NULL, NULL),
    (12, 'LT', 'LT_KONFIDENCIALIAI', '{LT,UA}', '{}', '58c389fd-2aca-40a4-8d8e-dd51383d847f', 'LT', NULL, NULL),
    (13, 'LT', 'LT_SLAPTAI', '{LT,UA}', '{}', '58c389fd-2aca-40a4-8d8e-dd51383d847f', 'LT', NULL, NULL),
    (14, 'LT', 'LT_VISISKAI_SLAPTAI', '{LT,UA}', '{}', '58c389fd-2aca-40a4-8d8e-dd51383d847f', 'LT', NULL, NULL),
    -- Lithuania only
    (15, 'LT', 'LT_SLAPTAI', '{}', '{}', '58c389fd-2aca-40a4-8d8e-dd51383d847f', 'LT', NULL, NULL),
    (16, 'LT', 'LT_KONFIDENCIALIAI', '{}', '{}', '58c389fd-2aca-40a4-8d8e-dd51383d847f', 'LT', NULL, NULL),
    (17, 'LT', 'LT_SLAPTAI', '{}', '{AMBER}', '58c389fd-2aca-40a4-8d8e-dd51383d847f', 'LT', NULL, NULL),
    (18, 'LT', 'LT_VISISKAI_SLAPTAI', '{LT,UA}', '{AMBER}', '58c389fd-2aca-40a4-8d8e-dd51383d847f', 'LT', NULL, NULL),
    (21, 'UA', 'UA_DSK', '{LT,UA}', '{}', 'c1edb916-a0ef-42a7-8978-9d50348bc61c', 'UA', NULL, NULL),
    (22, 'UA', 'UA_TAIEMNO', '{LT,UA}', '{}', 'c1edb916-a0ef-42a7-8978-9d50348bc61c', 'UA', NULL, NULL),
    (23, 'UA', 'UA_TSILKOM_TAIEMNO', '{LT,UA}', '{}', 'c1edb916-a0ef-42a7-8978-9d50348bc61c', 'UA', NULL, NULL),
    (24, 'UA', 'UA_OSOBLYVOI_VAZHLYVOSTI', '{LT,UA}', '{}', 'c1edb916-a0ef-42a7-8978-9d50348bc61c', 'UA', NULL, NULL),
    -- Ukraine only
    (25, 'UA', 'UA_TSILKOM_TAIEMNO', '{}', '{}', 'c1edb916-a0ef-42a7-8978-9d50348bc61c', 'UA', NULL, NULL),
    (26, 'UA', 'UA_TAIEMNO', '{}', '{}', 'c1edb916-a0ef-42a7-8978-9d50348bc61c', 'UA', NULL, NULL),
    (27, 'UA', 'UA_TSILKOM_TAIEMNO', '{LT,UA}', '{AMBER}', 'c1edb916-a0ef-42a7-8978-9d50348bc61c', 'UA', NULL, NULL),
    (31, 'NATO', 'NATO_RESTRICTED', '{EE,LT,LV}', '{}', '58c389fd-2aca-40a4-8d8e-dd51383d847f', 'LT', NULL, NULL),
    (32, 'NATO', 'NATO_CONFIDENTIAL', '{EE,LT,LV}', '{}', '58c389fd-2aca-40a4-8d8e-dd51383d847f', 'LT', NULL, NULL),
    (33, 'NATO', 'NATO_SECRET', '{EE,LT,LV}', '{}', '58c389fd-2aca-40a4-8d8e-dd51383d847f', 'LT', NULL, NULL),
    (34, 'NATO', 'COSMIC_TOP_SECRET', '{EE,LT,LV}', '{}', '58c389fd-2aca-40a4-8d8e-dd51383d847f', 'LT', NULL, NULL),
    (41, 'EU', 'EU_RESTRICTED', '{LT,PL}', '{}', '58c389fd-2aca-40a4-8d8e-dd51383d847f', 'LT', NULL, NULL),
    (42, 'EU', 'EU_CONFIDENTIAL', '{LT,PL}', '{}', '58c389fd-2aca-40a4-8d8e-dd51383d847f', 'LT', NULL, NULL),
    (43, 'EU', 'EU_SECRET', '{LT,PL}', '{}', '58c389fd-2aca-40a4-8d8e-dd51383d847f', 'LT', NULL, NULL),
    (44, 'EU', 'EU_TOP_SECRET', '{LT,PL}', '{}', '58c389fd-2aca-40a4-8d8e-dd51383d847f', 'LT', NULL, NULL),
    -- A succession that has fallen due, and one that has not
    (51, 'LT', 'LT_SLAPTAI', '{LT,UA}', '{}', '58c389fd-2aca-40a4-8d8e-dd51383d847f', 'LT', '2025-01-01', 'LT_KONFIDENCIALIAI'),
    (52, 'LT', 'LT_VISISKAI_SLAPTAI', '{LT,UA}', '{}', '58c389fd-2aca-40a4-8d8e-dd51383d847f', 'LT', '2040-01-01', 'LT_SLAPTAI');
ALTER TABLE vault.confidentiality_label ALTER COLUMN id RESTART WITH 53;

-- Organisations, persons, posts, statements and sources; the last of each are hidden

INSERT INTO vault.organisation (id, label, name, entity_type, jurisdiction) VALUES
    ('2dc8ad89-2338-430f-a9f3-503559219fb9', 0, 'EXERCISE Joint Armaments Office', 'STATE_BODY', 'LT'),
    ('df095eef-8a2f-4fd7-9d32-d5c142884107', 12, 'EXERCISE Coordination Cell', 'ARRANGEMENT', 'LT'),
    ('a175424f-9cae-4514-a74f-b0906f46c87a', 25, 'EXERCISE Liaison Bureau', 'STATE_BODY', 'UA');
INSERT INTO vault.person (id, label, name) VALUES
    ('e20d0d73-9826-447f-86e4-e8390547f7d3', 0, 'EXERCISE Rasa Pavyzdė'),
    ('41706222-3d8c-43bf-b300-e00f7fa88889', 12, 'EXERCISE Tomas Nematomas'),
    ('691f158c-8739-4dec-960c-986745665bd5', 25, 'EXERCISE Olena Vyhadana');
INSERT INTO vault.post (id, label, person, organisation, title, valid_from, valid_to) VALUES
    ('ae4dbf30-a61a-45ca-a6da-bfe4af948126', 0, 'e20d0d73-9826-447f-86e4-e8390547f7d3', '2dc8ad89-2338-430f-a9f3-503559219fb9', 'EXERCISE Director', '2025-01-01', NULL),
    -- The person and the office are public, the post is not
    ('5ba1272e-d185-4d9d-af7d-20715a9b31b1', 13, 'e20d0d73-9826-447f-86e4-e8390547f7d3', '2dc8ad89-2338-430f-a9f3-503559219fb9', 'EXERCISE Chair of the steering group', '2025-06-01', NULL),
    ('87a70d30-0ea2-483f-8a67-51aca1ba8dd8', 12, '41706222-3d8c-43bf-b300-e00f7fa88889', 'df095eef-8a2f-4fd7-9d32-d5c142884107', 'EXERCISE Head of cell', '2024-01-01', '2025-12-31'),
    ('6a877a88-c990-49a5-8142-0a1ed471316d', 25, '691f158c-8739-4dec-960c-986745665bd5', 'a175424f-9cae-4514-a74f-b0906f46c87a', 'EXERCISE Liaison officer', '2025-01-01', NULL);
INSERT INTO vault.statement (id, label, speaker, post, topic, summary, made_on) VALUES
    ('5d1fc9c6-7221-4377-986a-4dc7463a89d3', 0, 'e20d0d73-9826-447f-86e4-e8390547f7d3', 'ae4dbf30-a61a-45ca-a6da-bfe4af948126', 'EXERCISE Pace of the programme', 'EXERCISE: expects the invented assembly hall to keep its invented schedule.', '2025-09-01'),
    ('37fa4851-0269-4994-9d9e-af63dc4981c1', 12, '41706222-3d8c-43bf-b300-e00f7fa88889', '87a70d30-0ea2-483f-8a67-51aca1ba8dd8', 'EXERCISE Shortage of parts', 'EXERCISE: warns of an invented shortage of parts.', '2025-09-15'),
    -- Public in itself, and hidden because its post is
    ('4969612f-7ae4-4257-9d57-e995d938e999', 0, 'e20d0d73-9826-447f-86e4-e8390547f7d3', '5ba1272e-d185-4d9d-af7d-20715a9b31b1', 'EXERCISE Steering', 'EXERCISE: reports on an invented meeting of the steering group.', '2025-10-01'),
    ('2d2ad60a-87cc-480d-96f5-f47d7f5a9c3f', 25, '691f158c-8739-4dec-960c-986745665bd5', '6a877a88-c990-49a5-8142-0a1ed471316d', 'EXERCISE Transport', 'EXERCISE: asks for an invented corridor.', '2025-10-15');
INSERT INTO vault.source (id, label, title, publisher, published_on, kind) VALUES
    ('16565e5d-785c-4fa0-bf2d-a0db26e893aa', 0, 'EXERCISE Scenario book', 'EXERCISE Joint Armaments Office', '2025-08-01', 'OTHER'),
    ('49af2a5e-22c0-4c5f-8310-1c3c0c9ec552', 0, 'EXERCISE Press release', 'EXERCISE Joint Armaments Office', '2025-09-02', 'NEWS_REPORT'),
    ('0da41d8a-b344-4ae1-b1cd-7ac6291ab403', 13, 'EXERCISE Inspection report', 'EXERCISE Coordination Cell', '2025-09-20', 'OFFICIAL_DOCUMENT'),
    ('6314c312-1ec3-4745-a23f-b63c10a6c838', 26, 'EXERCISE Transport order', 'EXERCISE Liaison Bureau', '2025-10-10', 'OFFICIAL_DOCUMENT');
INSERT INTO vault.organisation_name (id, label, organisation, kind, language, value, "from", until) VALUES
    ('8b2fce6d-f5dc-4f05-a167-23208c00f1ff', 0, '2dc8ad89-2338-430f-a9f3-503559219fb9', 'SHORT', 'en', 'EXERCISE JAO', NULL, NULL),
    ('1946f580-3cae-445c-9069-80ba1f71f6fa', 0, '2dc8ad89-2338-430f-a9f3-503559219fb9', 'LEGAL', 'lt', 'EXERCISE Jungtinė ginkluotės tarnyba', '2024-01', NULL),
    ('3b7040a0-38d0-4604-a124-e839b9cbfb00', 13, '2dc8ad89-2338-430f-a9f3-503559219fb9', 'TRADING', 'en', 'EXERCISE Procurement Front', NULL, NULL),
    ('93f69c0d-5bf3-4ee9-9997-15295147816b', 12, 'df095eef-8a2f-4fd7-9d32-d5c142884107', 'SHORT', 'en', 'EXERCISE CC', NULL, NULL),
    ('344e7650-5394-4be7-8b41-ab84f95bf027', 25, 'a175424f-9cae-4514-a74f-b0906f46c87a', 'LEGAL', 'uk', 'EXERCISE Бюро зв’язку', NULL, NULL);
INSERT INTO vault.organisation_identifier (id, label, organisation, scheme, value, "from", until) VALUES
    ('315d6abf-5d8e-4ddf-9b87-8ed9438197f0', 0, '2dc8ad89-2338-430f-a9f3-503559219fb9', 'LT_RC', '999300018', '2024-01', NULL),
    ('d089b204-9df5-4f11-ac7c-78e987180a16', 0, '2dc8ad89-2338-430f-a9f3-503559219fb9', 'RA', 'RA000000EX1', '2024', NULL),
    ('35d1990a-8d83-482a-9840-8d39c2209e5b', 12, 'df095eef-8a2f-4fd7-9d32-d5c142884107', 'CAGE', 'ZX002', NULL, NULL),
    ('c5693eee-b791-4378-8103-14055035bf96', 25, 'a175424f-9cae-4514-a74f-b0906f46c87a', 'NCAGE', 'ZX003', NULL, '2025-06-30');
INSERT INTO vault.organisation_address (id, label, organisation, kind, lines, locality, region, postal_code, country) VALUES
    ('543df196-94a7-4eac-8d9c-351899186b58', 0, '2dc8ad89-2338-430f-a9f3-503559219fb9', 'HEADQUARTERS', '{"EXERCISE: 21 Invented Square"}', 'EXERCISE Capital', 'LT-VL', 'LT-00021', 'LT'),
    ('acaff851-9f80-45c6-92da-2bbe68bb6bca', 13, '2dc8ad89-2338-430f-a9f3-503559219fb9', 'SITE', '{"EXERCISE: 22 Invented Bunker"}', 'EXERCISE Field Post', NULL, NULL, 'LT'),
    ('f446ab69-f4e0-49cb-9e39-a4fb6224f1ea', 25, 'a175424f-9cae-4514-a74f-b0906f46c87a', 'HEADQUARTERS', '{"EXERCISE: 23 Invented Alley"}', NULL, 'UA-46', NULL, 'UA');
INSERT INTO vault.organisation_successor (label, organisation, successor) VALUES
    -- Both are public; that one is to go on as the other is not
    (13, '2dc8ad89-2338-430f-a9f3-503559219fb9', '58c389fd-2aca-40a4-8d8e-dd51383d847f'),
    (12, 'df095eef-8a2f-4fd7-9d32-d5c142884107', '2dc8ad89-2338-430f-a9f3-503559219fb9');
INSERT INTO vault.organisation_source (label, organisation, source) VALUES
    (0, '2dc8ad89-2338-430f-a9f3-503559219fb9', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (13, '2dc8ad89-2338-430f-a9f3-503559219fb9', '0da41d8a-b344-4ae1-b1cd-7ac6291ab403');
INSERT INTO vault.person_source (label, person, source) VALUES
    (0, 'e20d0d73-9826-447f-86e4-e8390547f7d3', '16565e5d-785c-4fa0-bf2d-a0db26e893aa');
INSERT INTO vault.statement_source (label, statement, source) VALUES
    (0, '5d1fc9c6-7221-4377-986a-4dc7463a89d3', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    -- Both ends are public; that one rests on the other is not
    (16, '5d1fc9c6-7221-4377-986a-4dc7463a89d3', '49af2a5e-22c0-4c5f-8310-1c3c0c9ec552'),
    (25, '2d2ad60a-87cc-480d-96f5-f47d7f5a9c3f', '6314c312-1ec3-4745-a23f-b63c10a6c838');

-- Firms: six public, the last three hidden

INSERT INTO vault.partner_firm
    (id, label, legal_name, entity_type, registered_on, jurisdiction, capability_categories, website, status,
    facility_security_clearance_level, facility_security_clearance_issuing_authority,
    facility_security_clearance_valid_until, facility_security_clearance_label,
    foreign_ownership_assessment, foreign_ownership_assessment_label, vetting_notes, vetting_notes_label) VALUES
    ('9482776b-cdc2-443c-8457-1a1af8c6c405', 0, 'EXERCISE Gandras Aviation Works, UAB', 'REGISTERED_ENTITY', '2014-03-11', 'LT', '{UAS,MISSILE}', 'https://gandras.example', 'APPROVED',
        'LT_SLAPTAI', 'EXERCISE Clearance Authority, Lithuania', '2027-06-30', 12,
        'EXERCISE: owned within the country; one invented lender holds a pledge on shares.', 13,
        'EXERCISE: two invented directors were vetted again.', 15),
    ('dde43ddf-b720-4919-a41a-a19c3ba79b96', 0, 'EXERCISE Kalyna Robotics LLC', 'REGISTERED_ENTITY', '2016', 'UA', '{UAS,COUNTER_UAS}', 'https://kalyna.example', 'APPROVED',
        'UA_TSILKOM_TAIEMNO', 'EXERCISE Clearance Authority, Ukraine', '2026-12-31', 22,
        'EXERCISE: an invented fund abroad owns a tenth.', 25,
        'EXERCISE: an invented supplier was replaced.', 23),
    ('4b82aa23-b940-463a-9bc3-9c10c1762e69', 0, 'EXERCISE Nida Optics, UAB', 'REGISTERED_ENTITY', '2019-05', 'LT', '{COUNTER_UAS,OTHER}', NULL, 'SCREENED',
        'LT_KONFIDENCIALIAI', 'EXERCISE Clearance Authority, Lithuania', '2026-03-31', 11,
        'EXERCISE: no foreign ownership found.', 51,
        'EXERCISE: an invented visit is outstanding.', 16),
    ('66e998f3-3458-45c9-bb62-dbffb488ebfc', 0, 'EXERCISE Perelisok Armour Plant LLC', 'REGISTERED_ENTITY', '1998', 'UA', '{ARMOUR,AMMUNITION}', NULL, 'APPROVED',
        'UA_TAIEMNO', 'EXERCISE Clearance Authority, Ukraine', '2028-01-31', 21,
        'EXERCISE: owned by an invented holding of the state.', 22,
        'EXERCISE: nothing found.', 26),
    ('fe4ef0c3-85e5-4f87-b446-c6ec87b68bf6', 0, 'EXERCISE Aukštaitija Propulsion, UAB', 'REGISTERED_ENTITY', '2021-10-04', 'LT', '{MISSILE}', 'https://aukstaitija.example', 'DRAFT',
        NULL, NULL, NULL, 16,
        'EXERCISE: an invented licence from a third country needs its consent.', 33,
        'EXERCISE: an invented founder lived abroad.', 17),
    ('8221a3a7-27d4-4f28-95b0-c4d16626038e', 0, 'EXERCISE Dubrava Signals LLC', 'REGISTERED_ENTITY', NULL, 'UA', '{ELECTRONIC_WARFARE}', NULL, 'SUSPENDED',
        'UA_TSILKOM_TAIEMNO', 'EXERCISE Clearance Authority, Ukraine', '2025-11-30', 23,
        'EXERCISE: an invented owner is being examined.', 24,
        'EXERCISE: suspended after an invented incident.', 25),
    ('4209c837-7708-4ec9-b67d-8d9053cd27ca', 13, 'EXERCISE Juodkrantė Marine Systems, UAB', 'REGISTERED_ENTITY', '2011', 'LT', '{NAVAL}', NULL, 'APPROVED',
        'LT_VISISKAI_SLAPTAI', 'EXERCISE Clearance Authority, Lithuania', '2027-01-31', 13,
        'EXERCISE: no foreign ownership found.', 13,
        'EXERCISE: vetted for an invented dockyard.', 18),
    ('7e814e76-55cf-4d5a-8227-8d0adbe66eee', 25, 'EXERCISE Chornolis Energetics LLC', 'REGISTERED_ENTITY', '2020-02', 'UA', '{AMMUNITION,OTHER}', NULL, 'SCREENED',
        'UA_OSOBLYVOI_VAZHLYVOSTI', 'EXERCISE Clearance Authority, Ukraine', '2027-09-30', 25,
        'EXERCISE: owned by two invented engineers.', 25,
        'EXERCISE: an invented plant was visited.', 25),
    ('5c058742-8543-4b4b-ac5f-7d8c385cada0', 18, 'EXERCISE Amberholm Special Projects, UAB', 'REGISTERED_ENTITY', '2018-01-15', 'LT', '{OTHER}', NULL, 'REVOKED',
        'LT_VISISKAI_SLAPTAI', 'EXERCISE Clearance Authority, Lithuania', '2025-03-31', 18,
        'EXERCISE: revoked for an invented reason.', 18,
        'EXERCISE: all invented files were returned.', 18);
INSERT INTO vault.firm_identifier (id, label, partner_firm, scheme, value) VALUES
    ('c2890564-e304-425c-88fd-be984f90a5e7', 0, '9482776b-cdc2-443c-8457-1a1af8c6c405', 'LT_RC', '999100010'),
    ('2daacc87-0c5a-4d9b-b2c7-6f71e35e972a', 0, '9482776b-cdc2-443c-8457-1a1af8c6c405', 'LT_VAT', 'LT999001012'),
    ('1db598f0-913d-4241-846c-0ffaab341798', 0, '9482776b-cdc2-443c-8457-1a1af8c6c405', 'LEI', 'EXER00GANDRAS0000121'),
    ('369d407a-268e-487c-8c6b-e9de3269f5f1', 0, 'dde43ddf-b720-4919-a41a-a19c3ba79b96', 'UA_EDR', '99901010'),
    ('866bcdea-8878-4599-9d15-a20fc1328d80', 0, 'dde43ddf-b720-4919-a41a-a19c3ba79b96', 'LEI', 'EXER00KALYNA00000247'),
    ('f0edc2c9-215f-4625-ab28-e7859c4ed7e2', 0, '4b82aa23-b940-463a-9bc3-9c10c1762e69', 'LT_RC', '999200152'),
    ('85263b7c-b3a5-4c54-a6b2-726b06870f30', 0, '4b82aa23-b940-463a-9bc3-9c10c1762e69', 'LEI', 'EXER00NIDAOPT0000398'),
    ('fed5d4e0-4cc3-4efb-ab24-ab118ebc9633', 0, '66e998f3-3458-45c9-bb62-dbffb488ebfc', 'UA_EDR', '49999013'),
    ('6c875337-879c-4845-8bee-4254f91617e4', 0, 'fe4ef0c3-85e5-4f87-b446-c6ec87b68bf6', 'LT_RC', '999100035'),
    ('2d0645ae-2070-4c64-916c-a1c31055d8f1', 0, 'fe4ef0c3-85e5-4f87-b446-c6ec87b68bf6', 'LT_VAT', 'LT999000003218'),
    ('e15ffba0-926f-4438-ac4a-026b7004f26a', 0, '8221a3a7-27d4-4f28-95b0-c4d16626038e', 'UA_EDR', '99901027'),
    -- An identifier that is classified although its firm is not
    ('ced0809a-62a2-4e16-91d1-7a28392fe759', 12, 'dde43ddf-b720-4919-a41a-a19c3ba79b96', 'NCAGE', 'ZX001'),
    ('f39ada5e-c1ba-4f4b-8e5c-3fc9b95910ad', 13, '4209c837-7708-4ec9-b67d-8d9053cd27ca', 'LT_RC', '999100059'),
    ('4efb41b2-fdfc-4825-a1ac-3737d3245dfb', 25, '7e814e76-55cf-4d5a-8227-8d0adbe66eee', 'UA_EDR', '99901033'),
    ('df7f0a50-75e2-4cb1-86aa-7da30a925db6', 18, '5c058742-8543-4b4b-ac5f-7d8c385cada0', 'LT_RC', '999100124');
INSERT INTO vault.firm_name (id, label, partner_firm, kind, language, value, "from", until) VALUES
    ('b1cb1816-7d85-457c-9f32-2a1422d00e17', 0, '9482776b-cdc2-443c-8457-1a1af8c6c405', 'SHORT', 'lt', 'EXERCISE Gandras Works', NULL, NULL),
    ('5bb7fb0f-d8d9-415b-8725-460b8ce504db', 0, '9482776b-cdc2-443c-8457-1a1af8c6c405', 'FORMER', 'lt', 'EXERCISE Gandro dirbtuvės, UAB', '2014', '2018-06'),
    ('ce9c02e4-aafb-4062-97ff-bbaaeca05990', 0, 'dde43ddf-b720-4919-a41a-a19c3ba79b96', 'LEGAL', 'uk', 'EXERCISE Калина Роботікс', '2016', NULL),
    ('0583542f-4cd5-413d-8c6e-3438c63be5a9', 0, '66e998f3-3458-45c9-bb62-dbffb488ebfc', 'SHORT', 'uk', 'EXERCISE Перелісок', NULL, NULL),
    -- A name that is classified although its firm is not, and another one in force in the same language for those who see it
    ('e35fd989-b021-4ac8-8c31-76236de8809a', 12, '9482776b-cdc2-443c-8457-1a1af8c6c405', 'TRADING', 'en', 'EXERCISE Heron Aviation', '2024-02-01', NULL),
    ('dde53f64-b9a5-4b5f-b3c1-8c1b55270a2c', 13, 'dde43ddf-b720-4919-a41a-a19c3ba79b96', 'LEGAL', 'uk', 'EXERCISE Калина Спецпроєкти', '2025', NULL),
    -- Public in itself, and hidden because its firm is
    ('2e432cd4-4edb-4a59-89e3-2949b3995201', 0, '4209c837-7708-4ec9-b67d-8d9053cd27ca', 'TRADING', 'en', 'EXERCISE Blackshore Marine', NULL, NULL),
    ('8a1e6f91-0951-4549-a823-213cb38eb51c', 25, '7e814e76-55cf-4d5a-8227-8d0adbe66eee', 'LEGAL', 'uk', 'EXERCISE Чорноліс', '2020-02', NULL),
    ('5fbd48da-8157-4056-9496-0b4de48e224b', 18, '5c058742-8543-4b4b-ac5f-7d8c385cada0', 'TRANSLITERATED', 'lt', 'EXERCISE Amberholmas', NULL, NULL);
INSERT INTO vault.firm_address (id, label, partner_firm, kind, lines, locality, region, postal_code, country) VALUES
    ('1a306ce2-9f4a-4d58-afb7-fb492f5fca05', 0, '9482776b-cdc2-443c-8457-1a1af8c6c405', 'REGISTERED', '{"EXERCISE: 11 Invented Street"}', 'EXERCISE Gandras Town', 'LT-VL', 'LT-00001', 'LT'),
    ('db4b4019-d184-4f29-8669-d2723a604f08', 0, 'dde43ddf-b720-4919-a41a-a19c3ba79b96', 'HEADQUARTERS', '{"EXERCISE: 12 Invented Avenue","Floor 3"}', 'EXERCISE Kalyna City', 'UA-30', '00002', 'UA'),
    ('233308a8-c720-4ded-8418-4a04f387583b', 0, '4b82aa23-b940-463a-9bc3-9c10c1762e69', 'REGISTERED', '{}', 'EXERCISE Nida', NULL, NULL, 'LT'),
    -- Sites that are classified although their firms are not
    ('012e4e3f-a801-487e-9900-011f20c187c3', 13, '9482776b-cdc2-443c-8457-1a1af8c6c405', 'SITE', '{"EXERCISE: 13 Invented Lane"}', 'EXERCISE Hangar Field', 'LT-KU', NULL, 'LT'),
    ('1f5f1573-3e36-43ab-81be-5112f6c70655', 23, 'dde43ddf-b720-4919-a41a-a19c3ba79b96', 'SITE', '{"EXERCISE: 14 Invented Yard"}', 'EXERCISE Depot', 'UA-07', NULL, 'UA'),
    ('46c853e3-1ef2-4445-b91d-047126fb6a74', 25, '7e814e76-55cf-4d5a-8227-8d0adbe66eee', 'REGISTERED', '{"EXERCISE: 15 Invented Wood"}', 'EXERCISE Chornolis', 'UA-12', '00003', 'UA'),
    ('6c1868f0-d431-472d-b951-cfa7f6ec15bd', 18, '5c058742-8543-4b4b-ac5f-7d8c385cada0', 'SITE', '{"EXERCISE: 16 Invented Holm"}', 'EXERCISE Amberholm', 'LT-KL', NULL, 'LT');
INSERT INTO vault.firm_successor (label, partner_firm, successor) VALUES
    -- Both firms are public; that one goes on as the other is not
    (23, '8221a3a7-27d4-4f28-95b0-c4d16626038e', 'dde43ddf-b720-4919-a41a-a19c3ba79b96'),
    (18, '5c058742-8543-4b4b-ac5f-7d8c385cada0', '9482776b-cdc2-443c-8457-1a1af8c6c405');
INSERT INTO vault.partner_firm_source (label, partner_firm, source) VALUES
    (0, '9482776b-cdc2-443c-8457-1a1af8c6c405', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (0, 'dde43ddf-b720-4919-a41a-a19c3ba79b96', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (0, '4b82aa23-b940-463a-9bc3-9c10c1762e69', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (0, '66e998f3-3458-45c9-bb62-dbffb488ebfc', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (0, 'fe4ef0c3-85e5-4f87-b446-c6ec87b68bf6', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (0, '8221a3a7-27d4-4f28-95b0-c4d16626038e', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (13, '8221a3a7-27d4-4f28-95b0-c4d16626038e', '0da41d8a-b344-4ae1-b1cd-7ac6291ab403'),
    (13, '4209c837-7708-4ec9-b67d-8d9053cd27ca', '16565e5d-785c-4fa0-bf2d-a0db26e893aa');

-- Facilities: six public with their region's centroid, the last three hidden

INSERT INTO vault.production_facility
    (id, label, name, country, region, status, public_coordinates_latitude, public_coordinates_longitude,
    coordinates_latitude, coordinates_longitude, coordinates_label, address, address_label,
    annual_capacity, annual_capacity_label) VALUES
    ('f6237b36-6042-4da5-ade4-ec69cc54453c', 0, 'EXERCISE Nemunas Assembly Hall', 'LT', 'LT-KU', 'OPERATIONAL', 55.0, 24.0,
        56.1042, 19.1187, 13, 'EXERCISE: 1 Invented Street, Nemunas', 12, 1200, 11),
    ('4b519ff5-bc1a-4ef7-a778-484014eaf0d1', 0, 'EXERCISE Curonian Test Hall', 'LT', 'LT-KL', 'COMMISSIONING', 55.7, 21.4,
        56.2310, 18.9021, 15, 'EXERCISE: 2 Invented Street, Curonia', 16, 300, 51),
    ('6c69d7e6-e7c1-4f14-bf00-68ce034cbef8', 0, 'EXERCISE Dzūkija Propellant Line', 'LT', 'LT-AL', 'UNDER_CONSTRUCTION', 54.2, 24.1,
        56.3077, 19.2544, 17, 'EXERCISE: 3 Invented Street, Dzūkija', 33, 80, 52),
    ('93fc41d1-100d-4515-b2f8-0bcc88e29905', 0, 'EXERCISE Polissia Airframe Shop', 'UA', 'UA-07', 'OPERATIONAL', 51.1, 24.9,
        43.4120, 31.5518, 23, 'EXERCISE: 4 Invented Street, Polissia', 22, 2400, 21),
    ('5729f99e-1782-4acb-af73-028db9ce9376', 0, 'EXERCISE Podillia Vehicle Works', 'UA', 'UA-61', 'OPERATIONAL', 49.4, 25.6,
        43.3871, 31.9042, 25, 'EXERCISE: 5 Invented Street, Podillia', 26, 150, 22),
    ('72f8e04d-51e3-4ff2-add7-69b25617060d', 0, 'EXERCISE Zakarpattia Electronics Line', 'UA', 'UA-21', 'PLANNED', 48.4, 23.3,
        NULL, NULL, 24, NULL, 23, 600, 23),
    ('97cb0f29-016c-477b-8ee0-84a80d7ae670', 13, 'EXERCISE Samogitia Dry Dock', 'LT', 'LT-TE', 'OPERATIONAL', 55.9, 22.2,
        56.0511, 19.0033, 14, 'EXERCISE: 6 Invented Quay, Samogitia', 13, 4, 13),
    ('67536aa3-5989-48dd-be97-87f3819933b0', 25, 'EXERCISE Boiko Underground Line', 'UA', 'UA-46', 'SUSPENDED', 49.8, 24.0,
        43.5002, 31.7719, 25, 'EXERCISE: 7 Invented Gallery, Boiko', 25, 9000, 25),
    ('3334adf7-85e7-4e5e-ba03-ee5b5d107c9c', 18, 'EXERCISE Amberholm Laboratory', 'LT', 'LT-VL', 'DECOMMISSIONED', 54.7, 25.2,
        56.4090, 18.8406, 18, 'EXERCISE: 8 Invented Lane, Amberholm', 18, 1, 18);
INSERT INTO vault.facility_operator (label, production_facility, partner_firm) VALUES
    -- A joint facility has several operators
    (0, 'f6237b36-6042-4da5-ade4-ec69cc54453c', '9482776b-cdc2-443c-8457-1a1af8c6c405'),
    (0, 'f6237b36-6042-4da5-ade4-ec69cc54453c', 'dde43ddf-b720-4919-a41a-a19c3ba79b96'),
    (0, '4b519ff5-bc1a-4ef7-a778-484014eaf0d1', '4b82aa23-b940-463a-9bc3-9c10c1762e69'),
    (0, '6c69d7e6-e7c1-4f14-bf00-68ce034cbef8', 'fe4ef0c3-85e5-4f87-b446-c6ec87b68bf6'),
    (0, '93fc41d1-100d-4515-b2f8-0bcc88e29905', 'dde43ddf-b720-4919-a41a-a19c3ba79b96'),
    (0, '5729f99e-1782-4acb-af73-028db9ce9376', '66e998f3-3458-45c9-bb62-dbffb488ebfc'),
    (0, '72f8e04d-51e3-4ff2-add7-69b25617060d', '8221a3a7-27d4-4f28-95b0-c4d16626038e'),
    -- Both ends are public, the link is not
    (13, '93fc41d1-100d-4515-b2f8-0bcc88e29905', '9482776b-cdc2-443c-8457-1a1af8c6c405'),
    (23, '4b519ff5-bc1a-4ef7-a778-484014eaf0d1', '8221a3a7-27d4-4f28-95b0-c4d16626038e'),
    (25, '5729f99e-1782-4acb-af73-028db9ce9376', 'dde43ddf-b720-4919-a41a-a19c3ba79b96'),
    (15, '6c69d7e6-e7c1-4f14-bf00-68ce034cbef8', '4b82aa23-b940-463a-9bc3-9c10c1762e69'),
    -- Public in itself, and hidden because its firm is
    (0, '4b519ff5-bc1a-4ef7-a778-484014eaf0d1', '4209c837-7708-4ec9-b67d-8d9053cd27ca'),
    (13, '97cb0f29-016c-477b-8ee0-84a80d7ae670', '4209c837-7708-4ec9-b67d-8d9053cd27ca'),
    (25, '67536aa3-5989-48dd-be97-87f3819933b0', '7e814e76-55cf-4d5a-8227-8d0adbe66eee'),
    (18, '3334adf7-85e7-4e5e-ba03-ee5b5d107c9c', '5c058742-8543-4b4b-ac5f-7d8c385cada0');
INSERT INTO vault.production_facility_source (label, production_facility, source) VALUES
    (0, 'f6237b36-6042-4da5-ade4-ec69cc54453c', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (0, '4b519ff5-bc1a-4ef7-a778-484014eaf0d1', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (0, '6c69d7e6-e7c1-4f14-bf00-68ce034cbef8', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (0, '93fc41d1-100d-4515-b2f8-0bcc88e29905', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (0, '5729f99e-1782-4acb-af73-028db9ce9376', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (0, '72f8e04d-51e3-4ff2-add7-69b25617060d', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (13, 'f6237b36-6042-4da5-ade4-ec69cc54453c', '0da41d8a-b344-4ae1-b1cd-7ac6291ab403');

-- Weapon systems: seven public by their code names, the last three hidden. Labels run from public to top secret.

INSERT INTO vault.weapon_system
    (id, label, code_name, capability_category, status, designation, designation_label, description, description_label,
    military_list_category, military_list_category_label, maximum_range_km, maximum_range_km_label,
    unit_cost_amount, unit_cost_currency, unit_cost_label, annual_output, annual_output_label) VALUES
    ('c2186616-d645-4c29-b0db-4766f9c82997', 0, 'EXERCISE HERON', 'UAS', 'FIELDED', 'EX-110 Gandras', 13,
        'EXERCISE: an invented reconnaissance drone with folding wings.', 12, 'ML10', 11, 140, 13, 48000.00, 'EUR', 15, 1200, 14),
    ('b922bea6-7ae1-4426-a51f-4dc9d8cd107e', 0, 'EXERCISE ANVIL', 'MISSILE', 'IN_DEVELOPMENT', 'EX-220 Kovadlo', 23,
        'EXERCISE: an invented missile launched from a lorry.', 22, 'ML4', 21, 700, 24, 910000.00, 'EUR', 25, 60, 23),
    ('2afea80b-abcf-4419-9a3e-c99ea6631af2', 0, 'EXERCISE LANTERN', 'COUNTER_UAS', 'IN_PRODUCTION', 'EX-330 Žibintas', 51,
        'EXERCISE: an invented sensor that finds small drones by their sound.', 11, 'ML15', 11, 6, 12, 125000.50, 'EUR', 16, 300, 13),
    ('ac7ebe5b-25b0-4521-ac11-c297a5240012', 0, 'EXERCISE THISTLE', 'ELECTRONIC_WARFARE', 'PROPOSED', 'EX-440 Dagys', 17,
        'EXERCISE: an invented jammer carried on the back.', 15, 'ML11', 12, 25, 18, 33000.00, 'EUR', 27, NULL, 17),
    ('8e945381-ab53-4501-9cc4-9fc1f8973b3c', 0, 'EXERCISE GRANITE', 'AMMUNITION', 'IN_PRODUCTION', 'EX-550 Granitas', 33,
        'EXERCISE: an invented shell of an invented calibre.', 31, 'ML3', 0, 32, 32, 2900.00, 'EUR', 42, 40000, 43),
    ('212df298-8775-4284-ab49-65145f0c2d58', 0, 'EXERCISE MARTEN', 'ARMOUR', 'FIELDED', 'EX-660 Kunytsia', 25,
        'EXERCISE: an invented light armoured vehicle.', 26, 'ML6', 21, 650, 22, 740000.00, 'UAH', 23, 150, 26),
    ('f9fee7e8-eebb-4f46-88dd-75721477979f', 0, 'EXERCISE TIDEWATER', 'NAVAL', 'IN_DEVELOPMENT', 'EX-770 Potvynis', 52,
        'EXERCISE: an invented boat without a crew.', 13, 'ML9', 41, 500, 34, 350000.00, 'EUR', 44, 20, 14),
    ('0fa73b89-6651-48ea-8994-33657c7b7cbb', 13, 'EXERCISE UNDERTOW', 'NAVAL', 'PROPOSED', 'EX-880 Srovė', 13,
        'EXERCISE: an invented mine that moves.', 13, 'ML4', 13, 90, 14, 410000.00, 'EUR', 15, 12, 13),
    ('c53f61a0-7fe4-45ef-963a-1d120cf5803d', 25, 'EXERCISE STEPPE', 'MISSILE', 'IN_DEVELOPMENT', 'EX-990 Kovyla', 25,
        'EXERCISE: an invented missile of long range.', 25, 'ML4', 25, 1500, 24, 2200000.00, 'EUR', 25, 10, 25),
    ('c36e3412-8677-4c44-b275-f8ddc468a643', 18, 'EXERCISE NIGHTJAR', 'OTHER', 'IN_DEVELOPMENT', 'EX-995 Lėlys', 18,
        'EXERCISE: an invented listening device.', 18, 'ML11', 18, 3, 18, 99000.00, 'EUR', 18, 5, 18);
INSERT INTO vault.weapon_system_facility (label, weapon_system, production_facility) VALUES
    (0, 'c2186616-d645-4c29-b0db-4766f9c82997', 'f6237b36-6042-4da5-ade4-ec69cc54453c'),
    (0, 'b922bea6-7ae1-4426-a51f-4dc9d8cd107e', '93fc41d1-100d-4515-b2f8-0bcc88e29905'),
    (0, '2afea80b-abcf-4419-9a3e-c99ea6631af2', '4b519ff5-bc1a-4ef7-a778-484014eaf0d1'),
    (0, '8e945381-ab53-4501-9cc4-9fc1f8973b3c', '5729f99e-1782-4acb-af73-028db9ce9376'),
    (0, '212df298-8775-4284-ab49-65145f0c2d58', '5729f99e-1782-4acb-af73-028db9ce9376'),
    -- Both ends are public, the link is not
    (13, 'c2186616-d645-4c29-b0db-4766f9c82997', '93fc41d1-100d-4515-b2f8-0bcc88e29905'),
    (12, '2afea80b-abcf-4419-9a3e-c99ea6631af2', 'f6237b36-6042-4da5-ade4-ec69cc54453c'),
    (25, 'b922bea6-7ae1-4426-a51f-4dc9d8cd107e', '5729f99e-1782-4acb-af73-028db9ce9376'),
    (52, 'f9fee7e8-eebb-4f46-88dd-75721477979f', '4b519ff5-bc1a-4ef7-a778-484014eaf0d1'),
    (17, 'ac7ebe5b-25b0-4521-ac11-c297a5240012', '4b519ff5-bc1a-4ef7-a778-484014eaf0d1'),
    (33, '8e945381-ab53-4501-9cc4-9fc1f8973b3c', '6c69d7e6-e7c1-4f14-bf00-68ce034cbef8'),
    -- Public in itself, and hidden because an end is
    (0, 'f9fee7e8-eebb-4f46-88dd-75721477979f', '97cb0f29-016c-477b-8ee0-84a80d7ae670'),
    (13, '0fa73b89-6651-48ea-8994-33657c7b7cbb', '97cb0f29-016c-477b-8ee0-84a80d7ae670'),
    (25, 'c53f61a0-7fe4-45ef-963a-1d120cf5803d', '67536aa3-5989-48dd-be97-87f3819933b0'),
    (18, 'c36e3412-8677-4c44-b275-f8ddc468a643', '3334adf7-85e7-4e5e-ba03-ee5b5d107c9c');
INSERT INTO vault.weapon_system_developer (label, weapon_system, partner_firm) VALUES
    (0, 'c2186616-d645-4c29-b0db-4766f9c82997', '9482776b-cdc2-443c-8457-1a1af8c6c405'),
    (0, 'b922bea6-7ae1-4426-a51f-4dc9d8cd107e', 'dde43ddf-b720-4919-a41a-a19c3ba79b96'),
    (0, '2afea80b-abcf-4419-9a3e-c99ea6631af2', '4b82aa23-b940-463a-9bc3-9c10c1762e69'),
    (0, 'ac7ebe5b-25b0-4521-ac11-c297a5240012', '8221a3a7-27d4-4f28-95b0-c4d16626038e'),
    (0, '8e945381-ab53-4501-9cc4-9fc1f8973b3c', '66e998f3-3458-45c9-bb62-dbffb488ebfc'),
    (0, '212df298-8775-4284-ab49-65145f0c2d58', '66e998f3-3458-45c9-bb62-dbffb488ebfc'),
    (12, 'c2186616-d645-4c29-b0db-4766f9c82997', '4b82aa23-b940-463a-9bc3-9c10c1762e69'),
    (15, 'b922bea6-7ae1-4426-a51f-4dc9d8cd107e', 'fe4ef0c3-85e5-4f87-b446-c6ec87b68bf6'),
    (26, '2afea80b-abcf-4419-9a3e-c99ea6631af2', 'dde43ddf-b720-4919-a41a-a19c3ba79b96'),
    (0, 'f9fee7e8-eebb-4f46-88dd-75721477979f', '4209c837-7708-4ec9-b67d-8d9053cd27ca'),
    (13, '0fa73b89-6651-48ea-8994-33657c7b7cbb', '4209c837-7708-4ec9-b67d-8d9053cd27ca'),
    (25, 'c53f61a0-7fe4-45ef-963a-1d120cf5803d', '7e814e76-55cf-4d5a-8227-8d0adbe66eee'),
    (18, 'c36e3412-8677-4c44-b275-f8ddc468a643', '5c058742-8543-4b4b-ac5f-7d8c385cada0');
INSERT INTO vault.weapon_system_source (label, weapon_system, source) VALUES
    (0, 'c2186616-d645-4c29-b0db-4766f9c82997', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (0, 'b922bea6-7ae1-4426-a51f-4dc9d8cd107e', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (0, '2afea80b-abcf-4419-9a3e-c99ea6631af2', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (0, 'ac7ebe5b-25b0-4521-ac11-c297a5240012', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (0, '8e945381-ab53-4501-9cc4-9fc1f8973b3c', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (0, '212df298-8775-4284-ab49-65145f0c2d58', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (0, 'f9fee7e8-eebb-4f46-88dd-75721477979f', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (13, 'c2186616-d645-4c29-b0db-4766f9c82997', '0da41d8a-b344-4ae1-b1cd-7ac6291ab403');

-- Programmes and agreements; the last of each are hidden

INSERT INTO vault.programme (id, label, name, objective, rationale, status, countries) VALUES
    ('778f3d84-6b03-4fec-815f-f19fa90eb8bc', 0, 'EXERCISE Shared Skies', 'EXERCISE: to build invented drones in two places.', 'EXERCISE: two invented lines are harder to stop than one.', 'ONGOING', '{LT,UA}'),
    ('0fe2d775-3333-4798-9820-defbd286e86e', 13, 'EXERCISE Deep Anchor', 'EXERCISE: to build invented boats.', 'EXERCISE: an invented coast is long.', 'PLANNED', '{LT}'),
    ('f768a9fc-1383-4f12-a251-fa57db5d45f4', 25, 'EXERCISE Long Road', 'EXERCISE: to build an invented missile.', 'EXERCISE: an invented distance is great.', 'SUSPENDED', '{UA}');
INSERT INTO vault.programme_source (label, programme, source) VALUES
    (0, '778f3d84-6b03-4fec-815f-f19fa90eb8bc', '16565e5d-785c-4fa0-bf2d-a0db26e893aa');
INSERT INTO vault.facility_programme (label, production_facility, programme) VALUES
    (0, 'f6237b36-6042-4da5-ade4-ec69cc54453c', '778f3d84-6b03-4fec-815f-f19fa90eb8bc'),
    (0, '93fc41d1-100d-4515-b2f8-0bcc88e29905', '778f3d84-6b03-4fec-815f-f19fa90eb8bc'),
    -- Public facilities of a hidden programme; one also serves a public programme
    (13, '4b519ff5-bc1a-4ef7-a778-484014eaf0d1', '0fe2d775-3333-4798-9820-defbd286e86e'),
    (13, 'f6237b36-6042-4da5-ade4-ec69cc54453c', '0fe2d775-3333-4798-9820-defbd286e86e'),
    (13, '97cb0f29-016c-477b-8ee0-84a80d7ae670', '0fe2d775-3333-4798-9820-defbd286e86e'),
    (25, '67536aa3-5989-48dd-be97-87f3819933b0', 'f768a9fc-1383-4f12-a251-fa57db5d45f4');

INSERT INTO vault.agreement (id, label, title, type, status, announced_on, signed_on, production_countries, coverage, annex, annex_label) VALUES
    ('30adddca-7c72-4454-8f53-b89ee2ba70d3', 0, 'EXERCISE Contract on airframes', 'CONTRACT', 'ACTIVE', '2025-08-20', '2025-09-10', '{LT,UA}', 'CLASSIFIED', 'EXERCISE: invented delivery dates.', 13),
    ('6692000e-6e03-4e5a-8925-55f7e9f66280', 0, 'EXERCISE Memorandum on propulsion', 'MEMORANDUM', 'PENDING', '2025-09-05', NULL, '{LT}', 'CLASSIFIED', 'EXERCISE: an invented licence fee.', 42),
    ('2160d2df-5d9f-40fd-ac32-a5aed23b91f2', 0, 'EXERCISE Letter of intent on vehicles', 'LETTER_OF_INTENT', 'CANCELLED', '2025-04-01', '2025-04-15', '{UA}', 'CLASSIFIED_IN_PART', 'EXERCISE: invented grounds for its end.', 22),
    ('229d9fee-7aa6-4e00-93c4-102b866c615b', 13, 'EXERCISE Letter of intent on boats', 'LETTER_OF_INTENT', 'ACTIVE', NULL, '2025-10-01', '{LT}', 'CLASSIFIED', 'EXERCISE: an invented dockyard.', 14),
    ('88788c86-8d3d-4f3e-8da3-c15841c1e0aa', 25, 'EXERCISE Contract on a missile', 'CONTRACT', 'TERMINATED', NULL, '2024-11-01', '{UA}', 'CLASSIFIED', 'EXERCISE: an invented test range.', 25);
INSERT INTO vault.agreement_party (id, label, agreement, role, organisation, partner_firm) VALUES
    ('fdb166f2-e468-40a5-9ff0-7a1acd478b8e', 0, '30adddca-7c72-4454-8f53-b89ee2ba70d3', 'BUYER', '2dc8ad89-2338-430f-a9f3-503559219fb9', NULL),
    -- One office in two roles
    ('3be4d9a7-71f0-4c2c-8a56-f9d0276e1b08', 0, '30adddca-7c72-4454-8f53-b89ee2ba70d3', 'PAYER', '2dc8ad89-2338-430f-a9f3-503559219fb9', NULL),
    ('5f0a4ab4-695a-4493-8365-36fae2d7369b', 0, '6692000e-6e03-4e5a-8925-55f7e9f66280', 'BUYER', '2dc8ad89-2338-430f-a9f3-503559219fb9', NULL),
    ('b9f2ddf2-0a3c-45a4-a3d5-c051de7d6137', 12, '6692000e-6e03-4e5a-8925-55f7e9f66280', 'FUNDER', 'df095eef-8a2f-4fd7-9d32-d5c142884107', NULL),
    ('1ce98195-72e4-4efb-b906-fedf90c8eda6', 0, '2160d2df-5d9f-40fd-ac32-a5aed23b91f2', 'BUYER', '2dc8ad89-2338-430f-a9f3-503559219fb9', NULL),
    ('9a5de0dc-47ec-4783-af34-0c2fbd038a99', 13, '229d9fee-7aa6-4e00-93c4-102b866c615b', 'BUYER', '2dc8ad89-2338-430f-a9f3-503559219fb9', NULL),
    ('cf698d2c-2cfb-42ed-8117-50fd8c5d33e0', 25, '88788c86-8d3d-4f3e-8da3-c15841c1e0aa', 'BUYER', 'a175424f-9cae-4514-a74f-b0906f46c87a', NULL),
    ('6642a74a-886a-48aa-b29a-7eaf849583c8', 0, '30adddca-7c72-4454-8f53-b89ee2ba70d3', 'SUPPLIER', NULL, '9482776b-cdc2-443c-8457-1a1af8c6c405'),
    ('b9a3cddd-6130-4050-9557-098977c9843d', 0, '30adddca-7c72-4454-8f53-b89ee2ba70d3', 'SUPPLIER', NULL, 'dde43ddf-b720-4919-a41a-a19c3ba79b96'),
    ('65544287-db07-40c9-bc7a-ae04b869c6c9', 0, '6692000e-6e03-4e5a-8925-55f7e9f66280', 'SUPPLIER', NULL, 'fe4ef0c3-85e5-4f87-b446-c6ec87b68bf6'),
    ('0c341fbf-e0c8-4576-9737-1f3507bd5a8c', 0, '2160d2df-5d9f-40fd-ac32-a5aed23b91f2', 'SUPPLIER', NULL, '66e998f3-3458-45c9-bb62-dbffb488ebfc'),
    ('d027a31b-9cba-4be2-82f2-789c69b248ef', 23, '6692000e-6e03-4e5a-8925-55f7e9f66280', 'SUPPLIER', NULL, '8221a3a7-27d4-4f28-95b0-c4d16626038e'),
    ('7bf5ab3b-1d01-4b49-898d-3920aaf36ca3', 15, '30adddca-7c72-4454-8f53-b89ee2ba70d3', 'SUPPLIER', NULL, '4b82aa23-b940-463a-9bc3-9c10c1762e69'),
    ('7802902a-aca4-4ffe-9673-79b5c17363af', 13, '229d9fee-7aa6-4e00-93c4-102b866c615b', 'SUPPLIER', NULL, '4209c837-7708-4ec9-b67d-8d9053cd27ca'),
    ('d74d8b1e-ad24-4e86-b71a-cdc29dbc739f', 25, '88788c86-8d3d-4f3e-8da3-c15841c1e0aa', 'SUPPLIER', NULL, '7e814e76-55cf-4d5a-8227-8d0adbe66eee');
INSERT INTO vault.agreement_announcer (label, agreement, organisation) VALUES
    (0, '30adddca-7c72-4454-8f53-b89ee2ba70d3', '2dc8ad89-2338-430f-a9f3-503559219fb9'),
    (0, '6692000e-6e03-4e5a-8925-55f7e9f66280', '2dc8ad89-2338-430f-a9f3-503559219fb9'),
    (12, '2160d2df-5d9f-40fd-ac32-a5aed23b91f2', 'df095eef-8a2f-4fd7-9d32-d5c142884107');
INSERT INTO vault.agreement_programme (label, agreement, programme) VALUES
    (0, '30adddca-7c72-4454-8f53-b89ee2ba70d3', '778f3d84-6b03-4fec-815f-f19fa90eb8bc'),
    (13, '229d9fee-7aa6-4e00-93c4-102b866c615b', '0fe2d775-3333-4798-9820-defbd286e86e'),
    (25, '88788c86-8d3d-4f3e-8da3-c15841c1e0aa', 'f768a9fc-1383-4f12-a251-fa57db5d45f4');
INSERT INTO vault.agreement_system (label, agreement, weapon_system) VALUES
    -- The coverage of the preliminary agreement is classified; its content here is invented
    (13, '3042f380-0f39-4907-857a-8bacde194c02', 'c2186616-d645-4c29-b0db-4766f9c82997'),
    (51, '3042f380-0f39-4907-857a-8bacde194c02', '2afea80b-abcf-4419-9a3e-c99ea6631af2'),
    (14, '3042f380-0f39-4907-857a-8bacde194c02', 'f9fee7e8-eebb-4f46-88dd-75721477979f'),
    (18, '3042f380-0f39-4907-857a-8bacde194c02', 'c36e3412-8677-4c44-b275-f8ddc468a643'),
    (12, '30adddca-7c72-4454-8f53-b89ee2ba70d3', 'c2186616-d645-4c29-b0db-4766f9c82997'),
    (15, '6692000e-6e03-4e5a-8925-55f7e9f66280', 'b922bea6-7ae1-4426-a51f-4dc9d8cd107e'),
    (26, '2160d2df-5d9f-40fd-ac32-a5aed23b91f2', '212df298-8775-4284-ab49-65145f0c2d58'),
    (13, '229d9fee-7aa6-4e00-93c4-102b866c615b', '0fa73b89-6651-48ea-8994-33657c7b7cbb'),
    (25, '88788c86-8d3d-4f3e-8da3-c15841c1e0aa', 'c53f61a0-7fe4-45ef-963a-1d120cf5803d');
-- Amounts and periods of hidden agreements only, because the public can add amounts up
UPDATE vault.agreement SET value_amount = 1500000, value_currency = 'EUR', period_from = '2025-03-01', period_until = '2027-02-28',
    period_maximum = '2028-02-29' WHERE id = '229d9fee-7aa6-4e00-93c4-102b866c615b';
UPDATE vault.agreement SET value_amount = 90000000, value_currency = 'UAH', period_from = '2024-06-01'
    WHERE id = '88788c86-8d3d-4f3e-8da3-c15841c1e0aa';
INSERT INTO vault.agreement_amendment (label, agreement, amended) VALUES
    (0, '6692000e-6e03-4e5a-8925-55f7e9f66280', '30adddca-7c72-4454-8f53-b89ee2ba70d3'),
    (13, '229d9fee-7aa6-4e00-93c4-102b866c615b', '2160d2df-5d9f-40fd-ac32-a5aed23b91f2');
INSERT INTO vault.agreement_source (label, agreement, source) VALUES
    (0, '30adddca-7c72-4454-8f53-b89ee2ba70d3', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (0, '6692000e-6e03-4e5a-8925-55f7e9f66280', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (0, '2160d2df-5d9f-40fd-ac32-a5aed23b91f2', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (13, '30adddca-7c72-4454-8f53-b89ee2ba70d3', '0da41d8a-b344-4ae1-b1cd-7ac6291ab403');

-- Money. Records with invented amounts are not public, because public totals would include them

INSERT INTO vault.allocation (id, label, value_amount, value_currency, stage, expected_change, purpose, announced_on) VALUES
    ('0d7144c9-8d83-4015-b7b5-c37f71044352', 12, 3500000, 'EUR', 'SUPPLEMENTARY', 'NONE', 'EXERCISE: invented money for invented drones', '2025-09-01'),
    ('412d627f-96e6-4c3a-82c5-053f48303a1f', 21, 12000000, 'UAH', 'INITIAL', 'DECREASE', 'EXERCISE: invented money for invented vehicles', '2025-04-02'),
    ('dfc8dd7e-e4ea-47e9-a817-4e25d9e6bc2e', 13, 9000000, 'EUR', 'INITIAL', 'INCREASE', 'EXERCISE: invented money for invented boats', NULL),
    ('a6f781e4-3118-4a2d-8553-6966371a7161', 25, 80000000, 'UAH', 'INITIAL', 'NONE', 'EXERCISE: invented money for an invented missile', NULL);
INSERT INTO vault.allocation_provider (label, allocation, organisation) VALUES
    (12, '0d7144c9-8d83-4015-b7b5-c37f71044352', '2dc8ad89-2338-430f-a9f3-503559219fb9'),
    (21, '412d627f-96e6-4c3a-82c5-053f48303a1f', '2dc8ad89-2338-430f-a9f3-503559219fb9'),
    (13, 'dfc8dd7e-e4ea-47e9-a817-4e25d9e6bc2e', '2dc8ad89-2338-430f-a9f3-503559219fb9'),
    (25, 'a6f781e4-3118-4a2d-8553-6966371a7161', 'a175424f-9cae-4514-a74f-b0906f46c87a');
INSERT INTO vault.allocation_receiver (label, allocation, organisation) VALUES
    (12, '0d7144c9-8d83-4015-b7b5-c37f71044352', 'df095eef-8a2f-4fd7-9d32-d5c142884107'),
    (25, 'a6f781e4-3118-4a2d-8553-6966371a7161', 'a175424f-9cae-4514-a74f-b0906f46c87a');
INSERT INTO vault.allocation_programme (label, allocation, programme) VALUES
    (12, '0d7144c9-8d83-4015-b7b5-c37f71044352', '778f3d84-6b03-4fec-815f-f19fa90eb8bc'),
    (21, '412d627f-96e6-4c3a-82c5-053f48303a1f', '778f3d84-6b03-4fec-815f-f19fa90eb8bc'),
    (13, 'dfc8dd7e-e4ea-47e9-a817-4e25d9e6bc2e', '0fe2d775-3333-4798-9820-defbd286e86e'),
    (25, 'a6f781e4-3118-4a2d-8553-6966371a7161', 'f768a9fc-1383-4f12-a251-fa57db5d45f4');
INSERT INTO vault.allocation_source (label, allocation, source) VALUES
    (0, '0d7144c9-8d83-4015-b7b5-c37f71044352', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (0, '412d627f-96e6-4c3a-82c5-053f48303a1f', '16565e5d-785c-4fa0-bf2d-a0db26e893aa');
INSERT INTO vault.transaction (id, label, allocation, type, value_amount, value_currency, occurred_on, description) VALUES
    ('214c7a86-3d82-4cb6-bdf4-b6e914c5401e', 0, '0d7144c9-8d83-4015-b7b5-c37f71044352', 'OUTGOING_PLEDGE', 3500000, 'EUR', '2025-09-01', 'EXERCISE: invented pledge'),
    ('53b7df7e-cf82-496b-b6eb-747a08fd2141', 0, '0d7144c9-8d83-4015-b7b5-c37f71044352', 'OUTGOING_COMMITMENT', 2000000, 'EUR', '2025-09-12', 'EXERCISE: invented commitment'),
    ('4c766e2d-5626-4d02-beb4-9c8bad28c6dc', 12, '0d7144c9-8d83-4015-b7b5-c37f71044352', 'DISBURSEMENT', 500000, 'EUR', '2025-10-01', 'EXERCISE: invented disbursement'),
    ('57c1a600-17c6-4b2c-ada4-fce7186684d3', 22, '412d627f-96e6-4c3a-82c5-053f48303a1f', 'EXPENDITURE', 750000, 'UAH', '2025-05-01', 'EXERCISE: invented expenditure'),
    ('d02d2e40-f793-44fe-a544-d8cd4edc4583', 13, 'dfc8dd7e-e4ea-47e9-a817-4e25d9e6bc2e', 'OUTGOING_PLEDGE', 9000000, 'EUR', '2025-10-02', 'EXERCISE: invented pledge'),
    ('87e2545e-1c6a-4c94-827e-00f35f3c5445', 25, 'a6f781e4-3118-4a2d-8553-6966371a7161', 'OUTGOING_COMMITMENT', 80000000, 'UAH', '2024-11-02', 'EXERCISE: invented commitment');
INSERT INTO vault.transaction_provider (label, transaction, organisation) VALUES
    (0, '53b7df7e-cf82-496b-b6eb-747a08fd2141', '2dc8ad89-2338-430f-a9f3-503559219fb9'),
    (13, 'd02d2e40-f793-44fe-a544-d8cd4edc4583', '2dc8ad89-2338-430f-a9f3-503559219fb9'),
    (25, '87e2545e-1c6a-4c94-827e-00f35f3c5445', 'a175424f-9cae-4514-a74f-b0906f46c87a');
INSERT INTO vault.transaction_receiver (label, transaction, organisation) VALUES
    (12, '53b7df7e-cf82-496b-b6eb-747a08fd2141', 'df095eef-8a2f-4fd7-9d32-d5c142884107');
INSERT INTO vault.transaction_commitment (label, transaction, commitment) VALUES
    (12, '4c766e2d-5626-4d02-beb4-9c8bad28c6dc', '53b7df7e-cf82-496b-b6eb-747a08fd2141');
INSERT INTO vault.system_split (id, label, allocation, weapon_system, value_amount, value_currency, value_label) VALUES
    ('7aa95f93-516a-407f-9e1c-4820ce4d95a9', 0, '0d7144c9-8d83-4015-b7b5-c37f71044352', 'c2186616-d645-4c29-b0db-4766f9c82997', 2500000, 'EUR', 13),
    ('c261d0f1-63bc-4a1a-96b6-65d9b6af68bd', 0, '0d7144c9-8d83-4015-b7b5-c37f71044352', '2afea80b-abcf-4419-9a3e-c99ea6631af2', 1000000, 'EUR', 12),
    ('306da62b-9e48-46a3-9107-6272e252ac4b', 0, '412d627f-96e6-4c3a-82c5-053f48303a1f', '212df298-8775-4284-ab49-65145f0c2d58', 12000000, 'UAH', 26),
    ('1f17cc65-bf8c-456b-80a1-72cf668e1172', 14, 'b8de5bbb-c5db-4c29-8cd8-8dab6fe6275b', 'f9fee7e8-eebb-4f46-88dd-75721477979f', 4000000, 'EUR', 14),
    ('120db9e4-0d9a-43a4-8a7f-2078c026d44a', 13, 'dfc8dd7e-e4ea-47e9-a817-4e25d9e6bc2e', '0fa73b89-6651-48ea-8994-33657c7b7cbb', 9000000, 'EUR', 13),
    ('a091bb18-59d2-45bf-95c3-aa4a6db2ac2d', 25, 'a6f781e4-3118-4a2d-8553-6966371a7161', 'c53f61a0-7fe4-45ef-963a-1d120cf5803d', 80000000, 'UAH', 25);

-- Campaigns; not public, for the same reason

INSERT INTO vault.fundraising_campaign
    (id, label, name, edition, starts_on, ends_on, raised_amount, raised_currency, beneficiary, purposes) VALUES
    ('2f84cf44-47cf-44a2-8431-e497dde0341e', 21, 'EXERCISE Open collection', 1, '2025-09-01', '2025-09-21', 300000, 'EUR', 'UA', '{UAS}'),
    ('e759f458-f099-4049-ab9a-fbf21fb3002b', 11, 'EXERCISE Closed collection', 1, '2025-10-01', '2025-10-14', 90000, 'EUR', 'UA', '{ELECTRONIC_WARFARE}'),
    ('f40321fa-44e9-4f34-81ba-da2d0067618c', 25, 'EXERCISE Field collection', 1, '2025-10-01', '2025-10-31', 5000000, 'UAH', 'UA', '{OTHER}');
INSERT INTO vault.campaign_split
    (id, label, fundraising_campaign, fraction_numerator, fraction_denominator, origin, amount_amount, amount_currency, description) VALUES
    ('99d74c39-c32b-4ee6-9fdd-d3bb90cff431', 0, '2f84cf44-47cf-44a2-8431-e497dde0341e', 1, 2, 'LT', 150000, 'EUR', 'EXERCISE: invented Lithuanian half'),
    ('bd313b27-3d85-4d88-b34b-ac165b280ab7', 12, '2f84cf44-47cf-44a2-8431-e497dde0341e', 1, 2, 'UA', 150000, 'EUR', 'EXERCISE: invented Ukrainian half'),
    ('26666b71-df26-4154-9c85-b750eae7be09', 11, 'e759f458-f099-4049-ab9a-fbf21fb3002b', 1, 1, 'LT', 90000, 'EUR', 'EXERCISE: invented whole');
INSERT INTO vault.donor_share
    (id, label, fundraising_campaign, donor_type, fraction_numerator, fraction_denominator, qualifier) VALUES
    ('454907ed-5959-4038-985d-a2971ce89148', 0, '2f84cf44-47cf-44a2-8431-e497dde0341e', 'COMPANY', 1, 4, 'ABOUT'),
    ('9a79b6df-18c0-42fe-8eca-433d3d6f86f4', 0, '2f84cf44-47cf-44a2-8431-e497dde0341e', 'INDIVIDUAL', 3, 4, 'REMAINDER'),
    ('ec385097-b883-4a7d-ad83-9564b97ecfa2', 11, 'e759f458-f099-4049-ab9a-fbf21fb3002b', 'COMPANY', 1, 1, 'EXACT');
INSERT INTO vault.milestone (id, label, fundraising_campaign, description, amount_amount, amount_currency, reached_by) VALUES
    ('536d682f-2344-4dac-8018-72b23c837259', 0, '2f84cf44-47cf-44a2-8431-e497dde0341e', 'EXERCISE: invented first half', 150000, 'EUR', '2025-09-08'),
    ('88193e17-9e3b-4095-97f7-4e66ab62b32c', 13, '2f84cf44-47cf-44a2-8431-e497dde0341e', 'EXERCISE: invented gift of one donor', 100000, 'EUR', '2025-09-05'),
    ('3e1360b4-a890-495a-a026-5e80f51049d8', 11, 'e759f458-f099-4049-ab9a-fbf21fb3002b', 'EXERCISE: invented end', 90000, 'EUR', '2025-10-14');
INSERT INTO vault.fundraising_campaign_source (label, fundraising_campaign, source) VALUES
    (0, '2f84cf44-47cf-44a2-8431-e497dde0341e', '16565e5d-785c-4fa0-bf2d-a0db26e893aa'),
    (11, 'e759f458-f099-4049-ab9a-fbf21fb3002b', '16565e5d-785c-4fa0-bf2d-a0db26e893aa');
