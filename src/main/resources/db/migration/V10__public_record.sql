-- The public record: organisations, persons with their posts, statements, and the published sources to which each public
-- fact refers.
SET ROLE registry_owner;

-- Organisations, and later firms, have names, identifiers and addresses, which are parts: records of their own, with their
-- own labels.

-- A firm or organisation has one legal name in force in each language and under each label.
CREATE PROCEDURE vault.create_names(part text, whole text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format(
        'CREATE TABLE vault.%1$I (
            id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
            label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
            %2$I uuid NOT NULL REFERENCES vault.%2$I,
            kind text NOT NULL CHECK (kind IN (''LEGAL'', ''TRADING'', ''SHORT'', ''FORMER'', ''TRANSLITERATED'')),
            language text NOT NULL CHECK (char_length(language) <= 35 AND language ~ ''^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([0-9a-z]{5,8}|[0-9][0-9a-z]{3}))*$''),
            value text NOT NULL CHECK (char_length(value) BETWEEN 1 AND 300),
            "from" registry.partial_date,
            until registry.partial_date,
            CONSTRAINT until_is_not_before_from CHECK (vault.is_period("from", until))
        )', part, whole);
    EXECUTE format('CREATE UNIQUE INDEX one_legal_name_of_%2$s_in_a_language ON vault.%1$I (label, %2$I, language) '
        'WHERE kind = ''LEGAL'' AND until IS NULL', part, whole);
    CALL vault.create_indexes(part, ARRAY[whole, 'kind', 'language', 'value', 'from', 'until'], '{value}');
END
$$;

-- Identifiers are stored in canonical form: upper case and digits, without separators. Filters convert their input to the
-- same form. Uniqueness is per label: a conflict with a record that the writer cannot see must not be rejected, because the
-- error would leak the record.
CREATE PROCEDURE vault.create_identifiers(part text, whole text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format(
        'CREATE TABLE vault.%1$I (
            id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
            label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
            %2$I uuid NOT NULL REFERENCES vault.%2$I,
            scheme text NOT NULL CHECK (scheme IN (''LT_RC'', ''LT_VAT'', ''UA_EDR'', ''LEI'', ''NCAGE'', ''CAGE'', ''RA'')),
            value text NOT NULL CHECK (char_length(value) BETWEEN 1 AND 300),
            "from" registry.partial_date,
            until registry.partial_date,
            CONSTRAINT value_is_canonical CHECK (value ~ ''^[0-9A-Z]+$''),
            CONSTRAINT until_is_not_before_from CHECK (vault.is_period("from", until)),
            UNIQUE (label, scheme, value)
        )', part, whole);
    CALL vault.create_indexes(part, ARRAY[whole, 'scheme', 'value', 'from', 'until'], '{value}');
    EXECUTE format('CREATE TRIGGER require_label_of_ends BEFORE INSERT OR UPDATE ON vault.%I '
        'FOR EACH ROW EXECUTE FUNCTION vault.require_label_of_ends()', part);
END
$$;

CREATE FUNCTION vault.are_lines(lines text[]) RETURNS boolean
IMMUTABLE PARALLEL SAFE LANGUAGE sql
BEGIN ATOMIC
    SELECT cardinality(lines) <= 10 AND coalesce(bool_and(char_length(line) BETWEEN 1 AND 300), true)
    FROM unnest(lines) AS line;
END;

-- The address of a site says where it is, so that it can be classified when the firm is not.
CREATE PROCEDURE vault.create_addresses(part text, whole text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    EXECUTE format(
        'CREATE TABLE vault.%1$I (
            id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
            label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
            %2$I uuid NOT NULL REFERENCES vault.%2$I,
            kind text NOT NULL CHECK (kind IN (''REGISTERED'', ''HEADQUARTERS'', ''SITE'')),
            lines text[] NOT NULL DEFAULT ''{}'' CHECK (vault.are_lines(lines)),
            locality text CHECK (char_length(locality) BETWEEN 1 AND 300),
            region text CHECK (region ~ ''^[A-Z]{2}-[A-Z0-9]{1,3}$''),
            postal_code text CHECK (char_length(postal_code) BETWEEN 1 AND 20),
            country text NOT NULL REFERENCES vault.country,
            CONSTRAINT region_is_of_country CHECK (starts_with(region, country || ''-''))
        )', part, whole);
    CALL vault.create_indexes(part, ARRAY[whole, 'kind', 'locality', 'region', 'postal_code', 'country'],
        '{lines,locality,postal_code}', '{lines}');
END
$$;

CREATE TABLE vault.organisation (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 300),
    entity_type text NOT NULL CHECK (entity_type IN ('STATE_BODY', 'STATE', 'REGISTERED_ENTITY', 'LEGAL_ENTITY',
        'ARRANGEMENT', 'ANONYMOUS_ENTITY', 'UNKNOWN_ENTITY')),
    jurisdiction text NOT NULL REFERENCES vault.country,
    unspecified_reason text CHECK (unspecified_reason IN ('NO_BENEFICIAL_OWNERS',
        'SUBJECT_UNABLE_TO_CONFIRM_OR_IDENTIFY_BENEFICIAL_OWNER', 'INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION',
        'SUBJECT_EXEMPT_FROM_DISCLOSURE', 'INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE', 'UNKNOWN',
        'INFORMATION_UNKNOWN_TO_PUBLISHER')),
    website text CHECK (char_length(website) BETWEEN 1 AND 300),
    registered_on registry.partial_date,
    dissolved_on registry.partial_date,
    CONSTRAINT reason_only_if_unspecified CHECK (
        unspecified_reason IS NULL OR entity_type IN ('ANONYMOUS_ENTITY', 'UNKNOWN_ENTITY')),
    CONSTRAINT dissolved_not_before_registered CHECK (vault.is_period(registered_on, dissolved_on))
);
CALL vault.create_indexes('organisation',
    '{name,entity_type,unspecified_reason,jurisdiction,website,registered_on,dissolved_on}', '{name,website}');
CALL vault.create_indexes_by_language('organisation', '{name}');
CALL vault.create_names('organisation_name', 'organisation');
CALL vault.create_identifiers('organisation_identifier', 'organisation');
CALL vault.create_addresses('organisation_address', 'organisation');

-- The organisation that goes on after a reform or merger.
CALL vault.create_link('organisation_successor', 'organisation', 'organisation', single_valued => true,
    right_column => 'successor');

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
