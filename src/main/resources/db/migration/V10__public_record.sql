-- The public record: organisations, persons with their posts, statements, and the published sources to which each public
-- fact refers.
SET ROLE registry_owner;

CREATE TABLE vault.organisation (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 300),
    entity_type text NOT NULL CHECK (entity_type IN ('STATE_BODY', 'STATE', 'REGISTERED_ENTITY', 'LEGAL_ENTITY',
        'ARRANGEMENT', 'ANONYMOUS_ENTITY', 'UNKNOWN_ENTITY')),
    jurisdiction text NOT NULL REFERENCES vault.country,
    website text CHECK (char_length(website) BETWEEN 1 AND 300)
);
CALL vault.create_indexes('organisation', '{name,entity_type,jurisdiction,website}', '{name,website}');
CALL vault.create_indexes_by_language('organisation', '{name}');

ALTER TABLE vault.confidentiality_label ADD FOREIGN KEY (originator) REFERENCES vault.organisation;

CREATE TABLE vault.person (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 300)
);
CALL vault.create_indexes('person', '{name}', '{name}');
CALL vault.create_indexes_by_language('person', '{name}');

CREATE TABLE vault.post (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    person uuid NOT NULL REFERENCES vault.person,
    organisation uuid NOT NULL REFERENCES vault.organisation,
    title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 300),
    valid_from date,
    valid_to date CHECK (valid_to >= valid_from)
);
CALL vault.create_indexes('post', '{person,organisation,title,valid_from,valid_to}', '{title}');
CALL vault.create_indexes_by_language('post', '{title}');

CREATE TABLE vault.statement (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    speaker uuid NOT NULL REFERENCES vault.person,
    post uuid NOT NULL REFERENCES vault.post,
    topic text NOT NULL CHECK (char_length(topic) BETWEEN 1 AND 300),
    summary text NOT NULL,
    made_on date
);
COMMENT ON COLUMN vault.statement.summary IS 'In our own words; never a quotation.';
CALL vault.prepare_withdrawal('vault.statement');
CALL vault.create_indexes('statement', '{speaker,post,topic,made_on}', '{topic,summary}');
CALL vault.create_indexes_by_language('statement', '{topic}');

CREATE TABLE vault.source (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    title text NOT NULL CHECK (char_length(title) BETWEEN 1 AND 300),
    publisher text NOT NULL CHECK (char_length(publisher) BETWEEN 1 AND 300),
    published_on date,
    kind text NOT NULL CHECK (kind IN ('NEWS_REPORT', 'RELATED_REPORT', 'OFFICIAL_DOCUMENT', 'OTHER')),
    url text CHECK (char_length(url) BETWEEN 1 AND 300)
);
CALL vault.create_indexes('source', '{title,publisher,published_on,kind,url}', '{title,publisher,url}');
CALL vault.create_indexes_by_language('source', '{title,publisher}');

CALL vault.create_link('country_source', 'country', 'source');
CALL vault.create_link('organisation_source', 'organisation', 'source');
CALL vault.create_link('person_source', 'person', 'source');
CALL vault.create_link('statement_source', 'statement', 'source');
