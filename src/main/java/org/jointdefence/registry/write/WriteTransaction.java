package org.jointdefence.registry.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jointdefence.registry.audit.AccessRecord;
import org.jointdefence.registry.audit.RequestContext;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Role;
import org.jointdefence.registry.database.CallerSession;
import org.jointdefence.registry.database.Transactions;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.error.ErrorCode;
import org.jointdefence.registry.selection.cursor.CursorSigner;
import org.jointdefence.registry.selection.model.Classification;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.write.input.Row;
import org.jointdefence.registry.write.input.Write;
import org.jointdefence.registry.write.model.InputField;
import org.jointdefence.registry.write.model.InputNames;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A transaction that writes as a caller. PostgreSQL decides whether they may; Java only gives withheld fields and stale
 * versions an error of their own.
 */
final class WriteTransaction {

    /**
     * Under READ COMMITTED a change that the caller cannot see does not fail theirs. A lock is waited for briefly, because its
     * holder may be invisible, too.
     */
    private static final String BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE; " + CallerSession.SQL
            + "; SELECT set_config('lock_timeout', '1s', true)";

    private static final String SET_WRITER = "SELECT registry.set_writer(?, ?, ?, ?, ?::text[], ?::text[], ?, ?, ?)";

    private static final String KEEP_REQUEST = "SELECT registry.keep_request(?, ?, ?::uuid[])";

    private static final String SET_REASON = "SELECT registry.set_reason(?)";

    private final Connection connection;
    private final Caller caller;
    private final CursorSigner signer;
    private final String compartments;
    private final AccessRecord examined = new AccessRecord();
    private @Nullable String reason;

    private WriteTransaction(Connection connection, Caller caller, CursorSigner signer, String compartments) {
        this.connection = connection;
        this.caller = caller;
        this.signer = signer;
        this.compartments = compartments;
    }

    /** The database has refused a row; the cause says whether a further try may succeed. */
    static final class Refused extends RuntimeException {
        private final SQLException failure;
        private final RuntimeException reason;

        private Refused(SQLException failure, Row row, Caller caller) {
            super(null, failure, false, false);
            this.failure = failure;
            this.reason = WriteFailure.of(failure, row, caller);
        }

        SQLException failure() {
            return failure;
        }

        /** The error for the caller. */
        RuntimeException reason() {
            return reason;
        }
    }

    /** Begins a transaction, with its caller and writer. */
    static WriteTransaction begin(
            Connection connection, RequestContext requestContext, @Nullable String operation, CursorSigner signer)
            throws SQLException {
        Caller caller = requestContext.caller();
        String compartments;
        try (PreparedStatement statement = connection.prepareStatement(BEGIN)) {
            CallerSession.bind(statement, 1, caller);
            statement.execute();
            statement.getMoreResults();
            compartments = CallerSession.compartments(statement.getResultSet());
        }
        try (PreparedStatement statement = connection.prepareStatement(SET_WRITER)) {
            int next = CallerSession.bindIdentity(statement, 1, caller);
            statement.setString(next, compartments);
            statement.setString(next + 1, CallerSession.literal(roles(caller)));
            statement.setString(next + 2, operation);
            statement.setString(next + 3, requestContext.documentHash());
            statement.setString(next + 4, requestContext.requestId().get());
            statement.execute();
        } catch (SQLException refused) {
            throw new Refused(refused, new Row("", InputNames.INPUT), caller);
        }
        return new WriteTransaction(connection, caller, signer, compartments);
    }

    private static Set<String> roles(Caller caller) {
        return caller.functions().stream().map(Role::token).collect(Collectors.toSet());
    }

    /** The compartments that the caller holds, as a PostgreSQL array literal. */
    String compartments() {
        return compartments;
    }

    void commit() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("COMMIT")) {
            statement.execute();
        }
    }

    /**
     * Keeps the key of the operation with the records that it is about to write.
     *
     * @param request all that decides what the operation writes
     * @return the records that the same operation has written with this key before; null if it has not
     * @throws Refused if the key belongs to another operation
     */
    @Nullable
    List<String> keep(IdempotencyKey key, String request, List<String> records) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEEP_REQUEST)) {
            statement.setString(1, key.value());
            statement.setString(2, new String(signer.version(("request " + request).getBytes(UTF_8)), US_ASCII));
            statement.setArray(3, connection.createArrayOf("text", records.toArray()));
            try (ResultSet kept = statement.executeQuery()) {
                kept.next();
                return kept.getArray(1) == null
                        ? null
                        : Arrays.stream((UUID[]) kept.getArray(1).getArray())
                                .map(UUID::toString)
                                .toList();
            }
        } catch (SQLException failure) {
            throw new Refused(failure, new Row("", InputNames.IDEMPOTENCY_KEY), caller);
        }
    }

    /**
     * Makes the changes of one field.
     *
     * @throws ClientError if the record is not as the writer saw it, or not to be seen
     * @throws Refused if the database refuses a row
     */
    void write(Write write) throws SQLException {
        setReason(write.reason());
        if (write.version() != null) {
            update(write, write.version());
        }
        for (Row row : write.rows()) {
            execute(row, row.insertion(), row.parameters());
        }
    }

    private void setReason(@Nullable String given) throws SQLException {
        if (!Objects.equals(reason, given)) {
            try (PreparedStatement statement = connection.prepareStatement(SET_REASON)) {
                statement.setString(1, given);
                statement.execute();
            }
            reason = given;
        }
    }

    private void update(Write write, String version) throws SQLException {
        Row changes = write.changes();
        String digest = digest(write, version);
        if (!changes.isEmpty()) {
            List<@Nullable Object> parameters = changes.parameters();
            parameters.add(write.uuid());
            parameters.add(digest);
            if (execute(changes, changes.update(), parameters) == 0) {
                throw WriteFailure.changed();
            }
        }
    }

    /** What the versions of records and the values of an input were compared with, which is a read like any other. */
    AccessRecord examined() {
        return examined;
    }

    /** The digest of the record as the caller sees it, which must be the one of the version. */
    private String digest(Write write, String version) throws SQLException {
        EntityType entityType = write.mutation().type().entityType();
        List<Classification> named = write.mutation()
                .type()
                .fields(InputField.Value.class)
                .filter(field -> write.named().containsKey(field.name()))
                .map(InputField.Value::classification)
                .filter(Objects::nonNull)
                .toList();
        String sql = "SELECT " + Row.DIGEST + ", t.withheld, t.label"
                + named.stream().map(each -> ", t." + each.labelColumn()).collect(Collectors.joining())
                + " FROM " + write.changes().view() + " t WHERE t.id = ?::uuid";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, write.uuid());
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next()) {
                    throw new ClientError(
                            ErrorCode.NOT_FOUND,
                            "`" + InputNames.INPUT + "." + InputNames.ID
                                    + "` is not the id of a record that you can see");
                }
                String digest = found.getString(1);
                if (!new String(signer.version(digest.getBytes(US_ASCII)), US_ASCII).equals(version)) {
                    throw WriteFailure.changed();
                }
                for (String withheld : (String[]) found.getArray(2).getArray()) {
                    String path = write.named().get(withheld);
                    if (path != null) {
                        throw new ClientError(ErrorCode.FORBIDDEN, "`" + path + "` is withheld from you.");
                    }
                }
                examine("PRESENCE " + entityType.name(), write, found.getInt(3));
                for (int i = 0; i < named.size(); i++) {
                    examine("FILTER " + named.get(i).of(entityType), write, found.getInt(4 + i));
                }
                return digest;
            }
        }
    }

    private void examine(String read, Write write, int label) {
        if (label != 0) {
            examined.read(read).add(UUID.fromString(write.uuid()), label);
        }
    }

    private int execute(Row row, String sql, List<@Nullable Object> parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                Transactions.bind(statement, i + 1, parameters.get(i));
            }
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new Refused(failure, row, caller);
        }
    }
}
