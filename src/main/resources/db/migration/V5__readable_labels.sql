-- The labels that a caller dominates are kept as a bitmap in a setting of the transaction. Precomputed sets of labels
-- make that bitmap cheap, because set_caller runs in every transaction of a cleared caller.
SET ROLE registry_owner;

-- The labels that the caller can read; every view asks this and nothing else. It must be STABLE: a cached plan would show
-- one caller's rows to the next if it were IMMUTABLE. Unset or empty, the setting means the public label only: a constant as
-- long as the largest possible label, because get_bit fails beyond the end and the error would leak. PostgreSQL puts the
-- constant into the plans; a function that returned it would take longer than all the rest of this one.
CREATE FUNCTION registry.readable() RETURNS bytea
STABLE PARALLEL SAFE LANGUAGE sql
RETURN coalesce(nullif(current_setting('registry.readable', true), '')::bytea,
    decode('01' || repeat('00', 16384 / 8 - 1), 'hex'));

GRANT EXECUTE ON FUNCTION registry.readable() TO registry_app;

-- A grant adds a compartment to those of a person's token, for a purpose and a limited time. set_caller reads it.
CREATE TABLE vault.need_to_know (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    issuer text NOT NULL,
    subject text NOT NULL,
    compartment text NOT NULL,
    purpose text NOT NULL,
    granted_by text NOT NULL,
    valid_from timestamptz NOT NULL DEFAULT now(),
    valid_until timestamptz NOT NULL,
    CHECK (valid_from < valid_until)
);
CREATE INDEX ON vault.need_to_know (issuer, subject);

-- Labels are immutable, so set_caller evaluates each clause of dominance once per distinct input, and combines the sets
-- of labels with these inputs as bitmaps. Label n is bit n % 8, from the right, of byte n / 8, as get_bit numbers the
-- bits of a bytea.
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

-- Sets grow with the number of labels, so both are extended to one length before they are combined.
CREATE FUNCTION vault.widen(labels bit varying, width integer) RETURNS bit varying
IMMUTABLE PARALLEL SAFE LANGUAGE sql
RETURN "bit"(labels, width, true);

CREATE FUNCTION vault.with_label(labels bit varying, label integer) RETURNS bit varying
IMMUTABLE LANGUAGE sql
RETURN set_bit(vault.widen(labels, greatest(length(labels), (label | 7) + 1)), label # 7, 1);

CREATE FUNCTION vault.contains_label(labels bit varying, label integer) RETURNS boolean
IMMUTABLE LANGUAGE sql
RETURN get_bit(vault.widen(labels, greatest(length(labels), (label | 7) + 1)), label # 7) = 1;

-- varbit_send writes the number of bits in four bytes, then the bits.
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
