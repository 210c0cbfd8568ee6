package org.jointdefence.registry.database;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The sessions in PostgreSQL, which all processes share. What it holds is encrypted by its callers. */
@ApplicationScoped
public class SessionStore {

    /** Sees what others began meanwhile. */
    private static final String BEGIN =
            "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT registry.begin_session(?, ?, ?, ?, ?, ?, ?, ?); COMMIT";

    private static final String FIND = "SELECT subject, tokens, version, seconds FROM registry.find_session(?)";

    // Of two at a time, the second sees what the first did.
    private static final String CLAIM_RENEWAL =
            "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT registry.claim_renewal(?, ?); COMMIT";
    private static final String END_RENEWAL =
            "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT registry.end_renewal(?, ?, ?); COMMIT";
    private static final String END = "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT registry.end_session(?); COMMIT";

    private final DataSource database;

    SessionStore(DataSource database) {
        this.database = database;
    }

    /**
     * A session to begin.
     *
     * @param id a hash of the browser's secret, 32 bytes
     * @param login a hash of the login, 32 bytes
     * @param time how long it lasts
     */
    public record Beginning(Buffer id, Buffer login, String issuer, String subject, Buffer tokens, Duration time) {}

    /**
     * A session in force.
     *
     * @param version the number of the tokens, which are replaced when they are renewed
     * @param seconds until it ends
     */
    public record Kept(String subject, Buffer tokens, int version, long seconds) {}

    /** What became of a session to begin. */
    public enum Outcome {
        BEGUN,
        /** The login has begun one already. */
        REPEATED,
        /** There are too many in all. */
        FULL
    }

    /** Begins a session, in place of the subject's oldest ones beyond {@code mostOfSubject}, if there are fewer than {@code most}. */
    public Outcome begin(Beginning session, int mostOfSubject, int most) {
        return run(
                        BEGIN,
                        statement -> {
                            statement.setBytes(1, session.id().getBytes());
                            statement.setBytes(2, session.login().getBytes());
                            statement.setString(3, session.issuer());
                            statement.setString(4, session.subject());
                            statement.setBytes(5, session.tokens().getBytes());
                            statement.setLong(6, session.time().toSeconds());
                            statement.setInt(7, mostOfSubject);
                            statement.setInt(8, most);
                        },
                        row -> Outcome.valueOf(row.getString(1)))
                .orElseThrow();
    }

    /** The session with this id, unless it has ended. */
    public Optional<Kept> find(Buffer id) {
        return run(
                FIND,
                statement -> statement.setBytes(1, id.getBytes()),
                row -> new Kept(row.getString(1), Buffer.buffer(row.getBytes(2)), row.getInt(3), row.getLong(4)));
    }

    /** Whether this process is to renew the tokens of this version; if so, no other does for ten seconds. */
    public boolean claimRenewal(Buffer id, int version) {
        return run(
                        CLAIM_RENEWAL,
                        statement -> {
                            statement.setBytes(1, id.getBytes());
                            statement.setInt(2, version);
                        },
                        row -> row.getBoolean(1))
                .orElse(false);
    }

    /** Replaces the tokens of this version; null lets others try. */
    public void endRenewal(Buffer id, int version, @Nullable Buffer tokens) {
        run(
                END_RENEWAL,
                statement -> {
                    statement.setBytes(1, id.getBytes());
                    statement.setInt(2, version);
                    statement.setBytes(3, tokens == null ? null : tokens.getBytes());
                },
                row -> true);
    }

    /** Ends a session for all processes, and returns its tokens; empty if there is none. */
    public Optional<Buffer> end(Buffer id) {
        return run(END, statement -> statement.setBytes(1, id.getBytes()), row -> row.getBytes(1))
                .map(Buffer::buffer);
    }

    private interface Parameters {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reader<T> {
        @Nullable
        T read(ResultSet row) throws SQLException;
    }

    /** What is read of the first row of the only statement that has rows; empty if there is none, or it is null. */
    private <T> Optional<T> run(String sql, Parameters parameters, Reader<T> reader) {
        try {
            return Transactions.run(database, connection -> {
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    parameters.bind(statement);
                    Optional<T> found = Optional.empty();
                    boolean isRows = statement.execute();
                    while (isRows || statement.getUpdateCount() >= 0) {
                        if (isRows) {
                            try (ResultSet rows = statement.getResultSet()) {
                                found = rows.next() ? Optional.ofNullable(reader.read(rows)) : Optional.empty();
                            }
                        }
                        isRows = statement.getMoreResults();
                    }
                    return found;
                }
            });
        } catch (SQLException failure) {
            throw Transactions.failure("A session could not be read or written", failure);
        }
    }
}
