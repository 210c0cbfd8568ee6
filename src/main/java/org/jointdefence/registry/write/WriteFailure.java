package org.jointdefence.registry.write;

import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.database.Transactions;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.error.ErrorCode;
import org.jointdefence.registry.selection.model.GlobalId;
import org.jointdefence.registry.write.input.Row;
import org.jointdefence.registry.write.model.InputNames;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The meaning of the database's refusals of a write. Nothing that the server quotes of a row becomes part of a message. */
final class WriteFailure {

    /** A deadlock, a serialization failure or a lock that was not free in time: the same may succeed a moment later. */
    private static final Set<String> TRANSIENT = Set.of("40P01", "40001", "55P03");

    private WriteFailure() {}

    static boolean isTransient(SQLException failure) {
        // A failure of the pool has no state.
        return failure.getSQLState() != null && TRANSIENT.contains(failure.getSQLState());
    }

    /** The error for a failure beside the rows: of a read, or of COMMIT. */
    static RuntimeException of(SQLException failure) {
        if (isTransient(failure)) {
            return new ClientError(ErrorCode.CONFLICT, "Other changes of the same records are under way; try again.");
        }
        return Transactions.tookTooLong(failure)
                ? ClientError.limit("the change took too long; write less at once")
                : Transactions.failure("the change failed", failure);
    }

    /** The error for the failed write of a row. */
    static RuntimeException of(SQLException failure, Row row, Caller caller) {
        String state = String.valueOf(failure.getSQLState());
        String refused = refused(failure);
        return switch (state) {
            case "RG400" ->
                ClientError.badInput("`" + row.path(refused)
                        + "`: `releasableTo` takes ISO 3166-1 alpha-2 codes of countries, yours among them");
            case "RG403" -> forbidden(refused, row, caller);
            case "RG404" -> absent(row.path(refused));
            case "RG406" ->
                ClientError.badInput("`" + row.path(refused)
                        + "` leads back to the record itself; name one that does not follow it");
            case "RG409" -> changed(row.path(null));
            case "RG410" -> withdrawn(true);
            case "RG429" ->
                ClientError.limit(
                        "label".equals(refused)
                                ? "An operation may make at most 8 labels that nobody has used before."
                                : "You have used 1,000 idempotency keys within a day; send the request without one, or later.");
            case "RG422" -> ClientError.badInput("The idempotency key belongs to another request; use a new one.");
            case "RG411" -> conflict(failure, row, other(failure, row));
            case "23505" -> conflict(failure, row, null);
            case "23503" ->
                ClientError.badInput("`" + row.path(null) + "` has a code that is not known (" + rule(failure) + ")");
            case "23502", "23514" -> ClientError.badInput("`" + row.path(refused) + "` " + broken(failure));
            default ->
                // Class 22, data exception: what the type of the column cannot hold.
                state.startsWith("22")
                        ? ClientError.badInput("`" + row.path(null) + "` has a value that cannot be stored")
                        : of(failure);
        };
    }

    /** What is wrong with a value that breaks a rule. The details are statuses of a life cycle, which are no secret. */
    private static String broken(SQLException failure) {
        String rule = rule(failure);
        if (!rule.equals("life_cycle")) {
            return "breaks a rule (" + rule + ")";
        }
        ServerErrorMessage message = message(failure);
        String following = message == null ? null : message.getDetail();
        return following == null || following.isEmpty()
                ? "cannot change: no status follows the present one"
                : "cannot follow the present status; what can is " + following;
    }

    /**
     * The error for a rule that is asked at COMMIT, when the parts and links of a record are there; null for other failures.
     */
    static @Nullable ClientError atCommit(SQLException failure) {
        return "23514".equals(failure.getSQLState()) && rule(failure).equals("approved_with_identifier_and_source")
                ? ClientError.badInput("`input.status` cannot be APPROVED: the firm needs an identifier and a source")
                : null;
    }

    /** The record that a rule at COMMIT was broken by. */
    static @Nullable String record(SQLException failure) {
        ServerErrorMessage message = message(failure);
        return message == null ? null : message.getDetail();
    }

    /** The error for an id that leads to no record, or to a hidden one. */
    static ClientError absent(String path) {
        return new ClientError(ErrorCode.NOT_FOUND, "`" + path + "` is not the id of a record that you can see");
    }

    /** The error for a record that is not as the writer saw it. */
    static ClientError changed(String path) {
        return new ClientError(
                ErrorCode.CONFLICT,
                path.equals(InputNames.INPUT)
                        ? "The record has changed meanwhile; read it again."
                        : "`" + path + "` has changed meanwhile; read it again.");
    }

    /** The error for a change of a withdrawn record, or for the restoration of one that is not. */
    static ClientError withdrawn(boolean isWithdrawn) {
        return new ClientError(
                ErrorCode.CONFLICT,
                isWithdrawn ? "The record is withdrawn; restore it first." : "The record is not withdrawn.");
    }

    private static ClientError forbidden(@Nullable String refused, Row row, Caller caller) {
        if (caller.anonymous()) {
            return new ClientError(
                    ErrorCode.UNAUTHENTICATED, "Changes need a token with the role registrar or originator.");
        }
        return new ClientError(
                ErrorCode.FORBIDDEN,
                switch (refused) {
                    case "role" -> "Changes need the role registrar or originator.";
                    case "nation" -> "Your token names no nation, so you may not write.";
                    case "prescription" ->
                        "Your nation prescribes no classification for the fields of this type; ask the operator.";
                    case null, default ->
                        "You may not write `" + row.path(refused)
                                + "`: a registrar writes what is public, an originator what can be"
                                + " classified, under labels that they can read.";
                });
    }

    private static ClientError conflict(SQLException failure, Row row, @Nullable String record) {
        return ClientError.conflict(
                "`" + row.path(null) + "` is the same as a record with the same label (" + rule(failure) + ")", record);
    }

    /** The global id of the record with what is there already, which the guard tells. */
    private static @Nullable String other(SQLException failure, Row row) {
        ServerErrorMessage message = message(failure);
        Row.Owner owner = row.owner();
        if (message == null || message.getDetail() == null || owner == null) {
            return null;
        }
        Matcher uuid = Pattern.compile("\"" + owner.column() + "\": \"([0-9a-f-]{36})\"")
                .matcher(message.getDetail());
        return uuid.find() ? GlobalId.encode(owner.type(), uuid.group(1)) : null;
    }

    /** The name of the column or the field that was refused. */
    private static @Nullable String refused(SQLException failure) {
        ServerErrorMessage message = message(failure);
        return message == null ? null : message.getColumn();
    }

    private static String rule(SQLException failure) {
        ServerErrorMessage message = message(failure);
        return message == null || message.getConstraint() == null ? "not null" : message.getConstraint();
    }

    private static @Nullable ServerErrorMessage message(SQLException failure) {
        return failure instanceof PSQLException server ? server.getServerErrorMessage() : null;
    }
}
