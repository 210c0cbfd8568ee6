-- A party to an agreement is a country, an organisation or a firm, in a role of the Open Contracting Data Standard or as a
-- state party. It is a record of its own, shown only together with the agreement and with whoever the party is.
SET ROLE registry_owner;

CALL vault.drop_views();

-- A reference that can be absent hides its record with what it refers to, as every reference does, if it carries that
-- record's label. Without one the view would look its end up, and would lose the records that have none.
CREATE OR REPLACE FUNCTION vault.check_table(relation regclass) RETURNS void
STABLE LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    mistake text;
BEGIN
    IF NOT EXISTS (SELECT FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0]
            WHERE indrelid = relation AND indisprimary AND indnkeyatts = 1
                AND attname = 'id' AND atttypid = 'uuid'::regtype) THEN
        RAISE EXCEPTION '% has no primary key id uuid', relation;
    END IF;
    SELECT format('%s.%s ', relation, member.name) || CASE
        WHEN member.name ~ '(^|_)label$' AND NOT member.refers_to_label THEN 'is named like a label and refers to none'
        WHEN member.name ~ '(^|_)label$' AND NOT member.required THEN 'is a label that can be absent'
        WHEN member.name !~ '(^|_)label$' AND member.refers_to_label THEN 'refers to a label and is not named like one'
        WHEN member.is_label AND NOT member.classifies THEN 'is a label that classifies nothing'
        WHEN member.labels > 1 THEN 'is classified by two labels'
        WHEN member.hides_reference THEN 'refers to a record that can be hidden: make it a link, or carry its label'
        WHEN member.refers_to_internal THEN 'refers to an internal table'
        WHEN member.name = 'withheld' THEN 'has the name of a column that the generator adds'
        END
    INTO mistake
    FROM (
        SELECT classified.name, classified.is_label, attribute.attnotnull AS required,
            count(*) OVER (PARTITION BY classified.name) AS labels,
            EXISTS (SELECT FROM vault.table_column(relation) AS other
                WHERE other.field_label = classified.name AND other.name <> classified.name) AS classifies,
            EXISTS (SELECT FROM vault.foreign_key(relation) AS reference WHERE reference.column_name = classified.name
                AND reference.target = 'vault.confidentiality_label'::regclass) AS refers_to_label,
            EXISTS (SELECT FROM vault.foreign_key(relation) AS reference WHERE reference.column_name = classified.name
                AND reference.target_is_labelled
                AND (reference.columns > 1 OR classified.field IS NOT NULL OR reference.optional AND NOT EXISTS (
                    SELECT FROM vault.carried_label(relation) AS carried
                    WHERE carried.column_name = classified.name AND vault.is_shown_by_label(carried.target))))
                AS hides_reference,
            EXISTS (SELECT FROM vault.foreign_key(relation) AS reference
                JOIN pg_class AS class ON class.oid = reference.target
                JOIN vault.unlabelled_table AS target ON target.name = class.relname
                WHERE reference.column_name = classified.name AND target.kind = 'INTERNAL') AS refers_to_internal
        FROM vault.table_column(relation) AS classified
        JOIN pg_attribute AS attribute ON attribute.attrelid = relation AND attribute.attname = classified.name
    ) AS member
    ORDER BY 1 NULLS LAST
    LIMIT 1;
    IF mistake IS NOT NULL THEN
        RAISE EXCEPTION '%', mistake;
    END IF;
END
$$;

ALTER TABLE vault.agreement_party RENAME TO agreement_organisation;

CREATE TABLE vault.agreement_party (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    label integer NOT NULL DEFAULT 0 REFERENCES vault.confidentiality_label,
    agreement uuid NOT NULL REFERENCES vault.agreement,
    role text NOT NULL CHECK (role IN ('STATE_PARTY', 'BUYER', 'PROCURING_ENTITY', 'SUPPLIER', 'FUNDER', 'PAYER', 'PAYEE',
        'INTERESTED_PARTY')),
    country text REFERENCES vault.country,
    organisation uuid REFERENCES vault.organisation,
    partner_firm uuid REFERENCES vault.partner_firm,
    CHECK (num_nonnulls(country, organisation, partner_firm) = 1),
    CHECK (role <> 'STATE_PARTY' OR country IS NOT NULL),
    UNIQUE NULLS NOT DISTINCT (label, agreement, role, country, organisation, partner_firm)
);

INSERT INTO vault.agreement_party (id, label, agreement, role, organisation)
    SELECT id, label, agreement, 'INTERESTED_PARTY', organisation FROM vault.agreement_organisation;
INSERT INTO vault.agreement_party (id, label, agreement, role, partner_firm)
    SELECT id, label, agreement, 'SUPPLIER', partner_firm FROM vault.agreement_firm;
DROP TABLE vault.agreement_organisation, vault.agreement_firm;

-- A party carries the labels of its ends as a link does, that of an end that is absent being public.
CREATE OR REPLACE PROCEDURE vault.carry_labels_of_ends(link text)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    relation regclass := format('vault.%I', link);
    ends jsonb := (SELECT coalesce(jsonb_agg(reference), '[]') FROM vault.foreign_key(relation) AS reference
        WHERE reference.target_is_labelled AND vault.is_shown_by_label(reference.target));
    reference record;
    filled text;
    index record;
BEGIN
    FOR reference IN SELECT * FROM jsonb_to_recordset(ends) AS reference (column_name text, target regclass) LOOP
        IF NOT EXISTS (SELECT FROM pg_constraint
                WHERE conrelid = reference.target AND pg_get_constraintdef(oid) = 'UNIQUE (id, label)') THEN
            EXECUTE format('ALTER TABLE %s ADD UNIQUE (id, label)', reference.target);
        END IF;
        EXECUTE format('ALTER TABLE %s ADD COLUMN %I integer', relation, 'label_of_' || reference.column_name);
        filled := concat_ws(', ', filled, format(
            '%I = coalesce((SELECT target.label FROM %s AS target WHERE target.id = link.%I), 0)',
            'label_of_' || reference.column_name, reference.target, reference.column_name));
    END LOOP;
    -- All of them at once: a row that this transaction has updated before has every foreign key checked again.
    IF filled IS NOT NULL THEN
        EXECUTE format('UPDATE %s AS link SET %s', relation, filled);
    END IF;
    FOR reference IN SELECT * FROM jsonb_to_recordset(ends) AS reference (column_name text, target regclass) LOOP
        EXECUTE format('ALTER TABLE %1$s ALTER COLUMN %2$I SET NOT NULL, '
            'ADD FOREIGN KEY (%3$I, %2$I) REFERENCES %4$s (id, label) ON UPDATE CASCADE',
            relation, 'label_of_' || reference.column_name, reference.column_name, reference.target);
    END LOOP;
    EXECUTE format('CREATE TRIGGER copy_labels_of_ends BEFORE INSERT OR UPDATE ON %s '
        'FOR EACH ROW EXECUTE FUNCTION vault.copy_labels_of_ends()', relation);
    FOR index IN SELECT indexrelid::regclass AS name, pg_get_indexdef(indexrelid) AS definition
        FROM pg_index WHERE indrelid = relation AND NOT indisunique
    LOOP
        EXECUTE format('DROP INDEX %s', index.name);
        EXECUTE format('%s INCLUDE (label%s)', index.definition,
            (SELECT string_agg(format(', %I', name), '') FROM vault.carried_label(relation)));
    END LOOP;
END
$$;

CREATE INDEX ON vault.agreement_party (agreement);
CREATE INDEX ON vault.agreement_party (organisation, agreement);
CREATE INDEX ON vault.agreement_party (partner_firm, agreement);
CALL vault.carry_labels_of_ends('agreement_party');
CALL vault.create_index_by_label('vault.agreement_party');
CALL vault.drop_index_without_label('vault.agreement_party');
CALL vault.create_indexes('agreement_party', '{role,country}');

CALL vault.generate_views();
