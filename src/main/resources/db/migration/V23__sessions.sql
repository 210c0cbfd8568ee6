-- The sessions of people who logged in on the page. The browser holds a secret; here are its hash and the tokens, encrypted with
-- a key that is made of the secret, so that neither this table nor a backup of it is worth a session.
SET ROLE registry_owner;

CREATE TABLE vault.session (
    id bytea PRIMARY KEY CHECK (length(id) = 32),
    login bytea NOT NULL UNIQUE CHECK (length(login) = 32),
    issuer text NOT NULL,
    subject text NOT NULL,
    tokens bytea NOT NULL CHECK (length(tokens) <= 20000),
    version integer NOT NULL DEFAULT 1,
    renewal_until timestamptz,
    began_at timestamptz NOT NULL DEFAULT now(),
    ends_at timestamptz NOT NULL
);
CREATE INDEX ON vault.session (issuer, subject);
CREATE INDEX ON vault.session (ends_at);
COMMENT ON COLUMN vault.session.id IS 'A hash of the secret that the browser holds.';
COMMENT ON COLUMN vault.session.login IS 'A hash of the login that began it, which begins no other.';
COMMENT ON COLUMN vault.session.renewal_until IS 'Until when the process that renews the tokens has time to do so.';
INSERT INTO vault.unlabelled_table (name, kind) VALUES ('session', 'INTERNAL');

-- Begins a session, in place of the subject's oldest ones if there would be more than most_of_subject, and returns BEGUN. Begins
-- none if the same login has begun one already (REPEATED), or if there would be more than most in all (FULL). Needs READ
-- COMMITTED, to see what others began meanwhile.
CREATE FUNCTION registry.begin_session(
    id bytea, login bytea, issuer text, subject text, tokens bytea, seconds bigint, most_of_subject integer, most integer)
    RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
BEGIN
    -- One login at a time, so that no two of them count the same sessions.
    PERFORM pg_advisory_xact_lock(hashtextextended('vault.session', 0));
    DELETE FROM vault.session WHERE ctid = ANY (ARRAY(
        SELECT old.ctid FROM vault.session AS old WHERE old.ends_at <= now() LIMIT 1000 FOR UPDATE SKIP LOCKED));
    IF EXISTS (SELECT FROM vault.session WHERE login = begin_session.login) THEN
        RETURN 'REPEATED';
    END IF;
    DELETE FROM vault.session WHERE id IN (
        SELECT old.id FROM vault.session AS old
        WHERE old.issuer = begin_session.issuer AND old.subject = begin_session.subject
        ORDER BY old.began_at DESC, old.id OFFSET greatest(most_of_subject - 1, 0));
    IF (SELECT count(*) FROM vault.session) >= most THEN
        RETURN 'FULL';
    END IF;
    INSERT INTO vault.session (id, login, issuer, subject, tokens, ends_at)
        VALUES (begin_session.id, begin_session.login, begin_session.issuer, begin_session.subject, begin_session.tokens,
            now() + make_interval(secs => begin_session.seconds));
    RETURN 'BEGUN';
END
$$;
GRANT EXECUTE ON FUNCTION registry.begin_session(bytea, bytea, text, text, bytea, bigint, integer, integer) TO registry_app;

CREATE FUNCTION registry.find_session(id bytea) RETURNS TABLE (subject text, tokens bytea, version integer, seconds bigint)
STABLE LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT subject, tokens, version, ceil(extract(epoch FROM ends_at - now()))::bigint
    FROM vault.session WHERE session.id = find_session.id AND ends_at > now()
$$;
GRANT EXECUTE ON FUNCTION registry.find_session(bytea) TO registry_app;

-- Whether the caller is to renew the tokens of this version; nobody else is for ten seconds.
CREATE FUNCTION registry.claim_renewal(id bytea, version integer) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH claimed AS (
        UPDATE vault.session SET renewal_until = now() + interval '10 s'
        WHERE session.id = claim_renewal.id AND session.version = claim_renewal.version
            AND (renewal_until IS NULL OR renewal_until < now())
        RETURNING 1
    )
    SELECT EXISTS (SELECT FROM claimed)
$$;
GRANT EXECUTE ON FUNCTION registry.claim_renewal(bytea, integer) TO registry_app;

-- Replaces the tokens of this version; without tokens, lets others renew them.
CREATE FUNCTION registry.end_renewal(id bytea, version integer, tokens bytea) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    UPDATE vault.session SET renewal_until = NULL, tokens = coalesce(end_renewal.tokens, session.tokens),
        version = session.version + CASE WHEN end_renewal.tokens IS NULL THEN 0 ELSE 1 END
    WHERE session.id = end_renewal.id AND session.version = end_renewal.version
$$;
GRANT EXECUTE ON FUNCTION registry.end_renewal(bytea, integer, bytea) TO registry_app;

-- Ends a session for all processes at once, and returns its tokens.
CREATE FUNCTION registry.end_session(id bytea) RETURNS bytea
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    DELETE FROM vault.session WHERE session.id = end_session.id RETURNING tokens
$$;
GRANT EXECUTE ON FUNCTION registry.end_session(bytea) TO registry_app;
