package org.jointdefence.registry.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jointdefence.registry.audit.AccessRecord;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.database.Transactions;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.error.ErrorCode;
import org.jointdefence.registry.selection.cursor.CursorSigner;
import org.jointdefence.registry.selection.model.Classification;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.write.input.Change;
import org.jointdefence.registry.write.input.Removal;
import org.jointdefence.registry.write.input.Row;
import org.jointdefence.registry.write.model.InputField;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Creates, changes and removes rows of the views in one transaction. PostgreSQL decides whether the caller may; Java only gives
 * withheld fields, stale versions and ids that they do not see an error of their own.
 */
final class RowWriter {

    private final Connection connection;
    private final Caller caller;
    private final CursorSigner signer;
    private final AccessRecord examined = new AccessRecord();

    RowWriter(Connection connection, Caller caller, CursorSigner signer) {
        this.connection = connection;
        this.caller = caller;
        this.signer = signer;
    }

    /** What the versions of records and the values of an input were compared with, which is a read like any other. */
    AccessRecord examined() {
        return examined;
    }

    void create(Row row) throws SQLException {
        execute(row, row.insertion(), row.parameters());
    }

    void change(Change change) throws SQLException {
        String digest = digest(change);
        Row row = change.row();
        if (!row.isEmpty()) {
            List<@Nullable Object> parameters = row.parameters();
            parameters.add(change.uuid());
            parameters.add(digest);
            if (execute(row, row.update(), parameters) == 0) {
                throw WriteFailure.changed(change.path());
            }
        }
    }

    /** The digest of the record as the caller sees it, which must be the one of the version. */
    private String digest(Change change) throws SQLException {
        EntityType entityType = change.type().entityType();
        List<Classification> named = change.type()
                .fields(InputField.Value.class)
                .filter(field -> change.named().containsKey(field.name()))
                .map(InputField.Value::classification)
                .filter(Objects::nonNull)
                .toList();
        Change.Whole whole = change.whole();
        String withdrawn = entityType.isWithdrawable() ? "t.withdrawn_on IS NOT NULL" : "false";
        String sql = "SELECT " + Row.DIGEST + ", t.withheld, t.label, " + withdrawn
                + named.stream().map(each -> ", t." + each.labelColumn()).collect(Collectors.joining())
                + " FROM " + change.row().view() + " t WHERE t.id = ?::uuid"
                + (whole == null ? "" : " AND t." + whole.column() + " = ?::uuid");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, change.uuid());
            if (whole != null) {
                statement.setString(2, whole.uuid());
            }
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next()) {
                    throw WriteFailure.absent(change.path() + ".id");
                }
                String digest = found.getString(1);
                if (!new String(signer.version(digest.getBytes(US_ASCII)), US_ASCII).equals(change.version())) {
                    throw WriteFailure.changed(change.path());
                }
                if (found.getBoolean(4) != change.ofWithdrawn()) {
                    throw WriteFailure.withdrawn(!change.ofWithdrawn());
                }
                for (String withheld : (String[]) found.getArray(2).getArray()) {
                    String path = change.named().get(withheld);
                    if (path != null) {
                        throw new ClientError(ErrorCode.FORBIDDEN, "`" + path + "` is withheld from you.");
                    }
                }
                examine("PRESENCE " + entityType.name(), change.uuid(), found.getInt(3));
                for (int i = 0; i < named.size(); i++) {
                    examine("FILTER " + named.get(i).of(entityType), change.uuid(), found.getInt(5 + i));
                }
                return digest;
            }
        }
    }

    /**
     * Removes a part, or the links between two records that the caller may write: there may be others under labels that they
     * may only read.
     */
    void remove(Removal removal) throws SQLException {
        List<String> all = new ArrayList<>();
        List<String> writable = new ArrayList<>();
        String sql = "SELECT t.id, t.label, registry.may_write(t.label) FROM " + removal.view() + " t WHERE t."
                + removal.whole().column() + " = ?::uuid AND t." + removal.column() + " = ?::uuid";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, removal.whole().uuid());
            statement.setString(2, removal.uuid());
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    all.add(found.getString(1));
                    if (found.getBoolean(3)) {
                        writable.add(found.getString(1));
                    }
                    examine(removal.read(), removal.owner(), found.getInt(2));
                }
            }
        }
        if (all.isEmpty()) {
            throw WriteFailure.absent(removal.path());
        }
        // If there is none that they may write, the guard refuses the others.
        String[] removed = (writable.isEmpty() ? all : writable).toArray(String[]::new);
        if (execute(
                        new Row(removal.view(), removal.path()),
                        "DELETE FROM " + removal.view() + " AS t WHERE t.id = ANY (?::uuid[])",
                        Arrays.asList((Object) removed))
                == 0) {
            throw WriteFailure.changed(removal.path());
        }
    }

    private void examine(String read, String record, int label) {
        if (label != 0) {
            examined.read(read).add(UUID.fromString(record), label);
        }
    }

    private int execute(Row row, String sql, List<@Nullable Object> parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                Transactions.bind(statement, i + 1, parameters.get(i));
            }
            return statement.executeUpdate();
        } catch (SQLException failure) {
            throw new RefusedWrite(failure, row, caller);
        }
    }
}
