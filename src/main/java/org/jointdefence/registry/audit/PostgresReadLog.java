package org.jointdefence.registry.audit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Clearance;
import org.jointdefence.registry.database.CallerSession;
import org.jointdefence.registry.database.Transactions;
import org.jointdefence.registry.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Stores the log in the registry's own database, one row for each response. */
@ApplicationScoped
class PostgresReadLog implements ReadLog {

    /** A single-statement transaction, which is committed when the execution returns. */
    private static final String RECORD =
            "SELECT recorded, marking FROM registry.record_reading(?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?::text[], ?,"
                    + " ?::integer[])";

    /** A GraphQL name of reasonable length; an operation name that does not match is not stored. */
    private static final Pattern NAME = Pattern.compile("[_A-Za-z][_0-9A-Za-z]{0,199}");

    private static final int MOST_MARKINGS = 1_000;

    /** Short enough that the clocks of this machine and the database may differ a little at midnight. */
    private static final Duration MARKING_LIFE = Duration.ofMinutes(1);

    /**
     * The inputs of a marking.
     *
     * @param nation the reader's nation, which decides the wording
     * @param day the day in Vilnius, where labels fall due at midnight
     */
    private record Labels(@Nullable String nation, BitSet labels, LocalDate day) {
        /** The labels as a PostgreSQL array literal. */
        String literal() {
            return labels.stream().mapToObj(Integer::toString).collect(Collectors.joining(",", "{", "}"));
        }
    }

    /** Computing a marking of many labels takes longer than recording the reads. */
    private final Cache<Labels, Optional<String>> markings = Caffeine.newBuilder()
            .maximumSize(MOST_MARKINGS)
            .expireAfterWrite(MARKING_LIFE)
            .build();

    private final DataSource database;

    PostgresReadLog(DataSource database) {
        this.database = database;
    }

    @Override
    public @Nullable String record(
            Connection connection,
            RequestContext requestContext,
            @Nullable String operation,
            String compartments,
            AccessRecord accessRecord)
            throws SQLException {
        return write(connection, requestContext, operation, compartments, null, accessRecord);
    }

    @Override
    public void record(RequestContext requestContext, @Nullable String operation, AccessRecord accessRecord) {
        write(requestContext, operation, null, accessRecord);
    }

    @Override
    public void refuse(RequestContext requestContext, @Nullable String operation, ErrorCode code) {
        write(requestContext, operation, code.name(), new AccessRecord());
    }

    private void write(
            RequestContext requestContext,
            @Nullable String operation,
            @Nullable String errorCode,
            AccessRecord accessRecord) {
        if (!requestContext.caller().isRecorded()) {
            return;
        }
        String compartments =
                CallerSession.literal(requestContext.caller().clearance().compartments());
        try {
            Transactions.run(
                    database,
                    connection -> Optional.ofNullable(
                            write(connection, requestContext, operation, compartments, errorCode, accessRecord)));
        } catch (SQLException e) {
            throw Transactions.failure("a request could not be recorded", e);
        }
    }

    private @Nullable String write(
            Connection connection,
            RequestContext requestContext,
            @Nullable String operation,
            String compartments,
            @Nullable String errorCode,
            AccessRecord accessRecord)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RECORD)) {
            UUID id = UUID.randomUUID();
            statement.setObject(1, id);
            bind(statement, requestContext, operation, compartments);
            statement.setString(10, errorCode);
            statement.setString(11, accessRecord.reads());
            statement.setBytes(12, accessRecord.entries());
            Labels labels = new Labels(
                    requestContext.caller().clearance().nation(),
                    accessRecord.labels(),
                    LocalDate.now(ZoneId.of("Europe/Vilnius")));
            Optional<String> known = markings.getIfPresent(labels);
            statement.setString(13, known == null ? labels.literal() : null);
            try (ResultSet written = statement.executeQuery()) {
                if (!written.next() || !id.equals(written.getObject(1, UUID.class))) {
                    throw new IllegalStateException("the log did not return the id of the reading");
                }
                if (known != null) {
                    return known.orElse(null);
                }
                Optional<String> marking = Optional.ofNullable(written.getString(2));
                // A label that this transaction has made could still be rolled back, and its number given to another.
                if (!Transactions.isOpen(connection)) {
                    markings.put(labels, marking);
                }
                return marking.orElse(null);
            }
        }
    }

    private static void bind(
            PreparedStatement statement, RequestContext requestContext, @Nullable String operation, String compartments)
            throws SQLException {
        Caller caller = requestContext.caller();
        Clearance clearance = caller.clearance();
        statement.setString(2, Objects.requireNonNullElse(caller.issuer(), ""));
        statement.setString(3, caller.subject());
        statement.setString(4, clearance.nation());
        if (clearance.level() == null) {
            statement.setNull(5, Types.INTEGER);
        } else {
            statement.setInt(5, clearance.level().rank());
        }
        statement.setString(6, compartments);
        statement.setString(7, operation == null || !NAME.matcher(operation).matches() ? null : operation);
        statement.setString(8, requestContext.documentHash());
        statement.setString(9, requestContext.requestId().get());
    }
}
