-- Where uniqueness leaves out an end (an identifier belongs to one firm, a single-valued link has one right end), a row
-- could clash with one of its own label that the writer cannot see because its end is hidden, and the refusal would
-- tell. So such a row carries the label of each of its ends that is not public.
SET ROLE registry_owner;

CREATE FUNCTION vault.require_label_of_ends() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    reference record;
    end_label integer;
BEGIN
    FOR reference IN
        SELECT attribute.attname AS name, foreign_key.confrelid::regclass AS target
        FROM pg_constraint AS foreign_key
        JOIN pg_attribute AS attribute
            ON attribute.attrelid = foreign_key.conrelid AND attribute.attnum = foreign_key.conkey[1]
        WHERE foreign_key.conrelid = TG_RELID AND foreign_key.contype = 'f'
            AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = foreign_key.confrelid AND attname = 'label')
    LOOP
        EXECUTE format('SELECT label FROM %s WHERE id = $1', reference.target)
            INTO end_label USING (to_jsonb(NEW) ->> reference.name)::uuid;
        IF end_label <> 0 AND end_label <> NEW.label THEN
            RAISE EXCEPTION 'a row of % carries the label of its %', TG_TABLE_NAME, reference.name
                USING ERRCODE = 'check_violation';
        END IF;
    END LOOP;
    RETURN NEW;
END
$$;

CREATE TRIGGER require_label_of_ends BEFORE INSERT OR UPDATE ON vault.firm_identifier
    FOR EACH ROW EXECUTE FUNCTION vault.require_label_of_ends();
CREATE TRIGGER require_label_of_ends BEFORE INSERT OR UPDATE ON vault.facility_programme
    FOR EACH ROW EXECUTE FUNCTION vault.require_label_of_ends();
CREATE TRIGGER require_label_of_ends BEFORE INSERT OR UPDATE ON vault.agreement_announcer
    FOR EACH ROW EXECUTE FUNCTION vault.require_label_of_ends();
CREATE TRIGGER require_label_of_ends BEFORE INSERT OR UPDATE ON vault.allocation_provider
    FOR EACH ROW EXECUTE FUNCTION vault.require_label_of_ends();
CREATE TRIGGER require_label_of_ends BEFORE INSERT OR UPDATE ON vault.allocation_receiver
    FOR EACH ROW EXECUTE FUNCTION vault.require_label_of_ends();
CREATE TRIGGER require_label_of_ends BEFORE INSERT OR UPDATE ON vault.allocation_programme
    FOR EACH ROW EXECUTE FUNCTION vault.require_label_of_ends();
