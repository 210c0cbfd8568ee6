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
import org.jointdefence.registry.selection.cursor.CursorSigner;
import org.jointdefence.registry.write.input.Change;
import org.jointdefence.registry.write.input.Removal;
import org.jointdefence.registry.write.input.Row;
import org.jointdefence.registry.write.input.Write;
import org.jointdefence.registry.write.model.InputNames;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

/** A transaction that writes as a caller. PostgreSQL decides whether they may. */
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
    private final RowWriter rows;
    private @Nullable String reason;

    private WriteTransaction(Connection connection, Caller caller, CursorSigner signer, String compartments) {
        this.connection = connection;
        this.caller = caller;
        this.signer = signer;
        this.compartments = compartments;
        this.rows = new RowWriter(connection, caller, signer);
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
            throw new RefusedWrite(refused, new Row("", InputNames.INPUT), caller);
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
     * @throws RefusedWrite if the key belongs to another operation
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
            throw new RefusedWrite(failure, new Row("", InputNames.IDEMPOTENCY_KEY), caller);
        }
    }

    /**
     * Makes the changes of one field.
     *
     * @throws org.jointdefence.registry.error.ClientError if a record is not as the writer saw it, or not to be seen
     * @throws RefusedWrite if the database refuses a row
     */
    void write(Write write) throws SQLException {
        setReason(write.reason());
        List<Change> changes = write.changes();
        if (!changes.isEmpty()) {
            rows.change(changes.getFirst());
        }
        // What is removed makes room for what is changed, and both for what is added.
        for (Removal removal : write.removals()) {
            rows.remove(removal);
        }
        for (Change change : changes.subList(Math.min(1, changes.size()), changes.size())) {
            rows.change(change);
        }
        for (Row row : write.rows()) {
            rows.create(row);
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

    /** What the versions of records and the values of an input were compared with, which is a read like any other. */
    AccessRecord examined() {
        return rows.examined();
    }
}
