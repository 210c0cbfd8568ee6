-- The labels that the caller can read, as a bitmap; every view asks this and nothing else. It must be STABLE: were it
-- IMMUTABLE, a cached plan would show one caller's rows to the next. Unset and empty mean the public label only.
SET ROLE registry_owner;

-- Long enough for every possible label, because get_bit fails beyond the end and a failure would tell. A function of
-- its own, so that the long constant is made when it is needed and not copied into every plan.
CREATE FUNCTION registry.public_label_only() RETURNS bytea
STABLE PARALLEL SAFE LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN decode('01' || repeat('00', 16384 / 8 - 1), 'hex');
END
$$;

CREATE FUNCTION registry.readable() RETURNS bytea
STABLE PARALLEL SAFE LANGUAGE sql
RETURN coalesce(nullif(current_setting('registry.readable', true), '')::bytea, registry.public_label_only());

GRANT EXECUTE ON FUNCTION registry.public_label_only(), registry.readable() TO registry_app;
