-- enter runs at every request, so it does not ask each of some hundred labels all three questions. Labels never change:
-- each clause is asked once for every different answer that it can have, and the sets of labels behind the answers are
-- combined as bitmaps. Where bit n of a bytea lies is where get_bit finds it: bit n % 8 of byte n / 8, from the right.
SET ROLE registry_owner;

CREATE TABLE vault.label_set_by_level (
    classification text NOT NULL,
    succession_on date,
    succession_to text,
    labels bit varying NOT NULL,
    UNIQUE NULLS NOT DISTINCT (classification, succession_on, succession_to)
);
CREATE TABLE vault.label_set_by_nation (
    releasable_to text[] NOT NULL,
    originator_nation text,
    labels bit varying NOT NULL,
    UNIQUE NULLS NOT DISTINCT (releasable_to, originator_nation)
);
CREATE TABLE vault.label_set_by_compartment (
    special_handling text[] PRIMARY KEY,
    labels bit varying NOT NULL
);

-- Sets grow with the number of labels, so two of them are made equally long before they meet.
CREATE FUNCTION vault.widen(labels bit varying, width integer) RETURNS bit varying
IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN "bit"(labels, width, true);

CREATE FUNCTION vault.with_label(labels bit varying, label integer) RETURNS bit varying
IMMUTABLE LANGUAGE sql
RETURN set_bit(vault.widen(labels, greatest(length(labels), (label | 7) + 1)), label # 7, 1);

CREATE FUNCTION vault.contains_label(labels bit varying, label integer) RETURNS boolean
IMMUTABLE LANGUAGE sql
RETURN get_bit(vault.widen(labels, greatest(length(labels), (label | 7) + 1)), label # 7) = 1;

-- varbit_send writes the number of bits in four bytes and then the bits.
CREATE FUNCTION vault.hexadecimal(labels bit varying) RETURNS text
IMMUTABLE LANGUAGE sql
RETURN encode(substring(varbit_send(labels) FROM 5), 'hex');

CREATE FUNCTION vault.add_label_to_sets() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO vault.label_set_by_level AS existing (classification, succession_on, succession_to, labels)
        VALUES (NEW.classification, NEW.succession_on, NEW.succession_to, vault.with_label('', NEW.id))
        ON CONFLICT (classification, succession_on, succession_to)
        DO UPDATE SET labels = vault.with_label(existing.labels, NEW.id);
    INSERT INTO vault.label_set_by_nation AS existing (releasable_to, originator_nation, labels)
        VALUES (NEW.releasable_to, NEW.originator_nation, vault.with_label('', NEW.id))
        ON CONFLICT (releasable_to, originator_nation)
        DO UPDATE SET labels = vault.with_label(existing.labels, NEW.id);
    INSERT INTO vault.label_set_by_compartment AS existing (special_handling, labels)
        VALUES (NEW.special_handling, vault.with_label('', NEW.id))
        ON CONFLICT (special_handling)
        DO UPDATE SET labels = vault.with_label(existing.labels, NEW.id);
    RETURN NULL;
END
$$;
CREATE TRIGGER add_label_to_sets AFTER INSERT ON vault.confidentiality_label
    FOR EACH ROW WHEN (NEW.policy <> 'PUBLIC') EXECUTE FUNCTION vault.add_label_to_sets();
