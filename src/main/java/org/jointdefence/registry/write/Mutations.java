package org.jointdefence.registry.write;

import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.schema.GraphQLObjectType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jointdefence.registry.audit.RequestContext;
import org.jointdefence.registry.database.PublicEpoch;
import org.jointdefence.registry.database.Transactions;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.cursor.CursorSigner;
import org.jointdefence.registry.selection.execution.Operations;
import org.jointdefence.registry.selection.execution.PayloadReads;
import org.jointdefence.registry.selection.execution.Results;
import org.jointdefence.registry.selection.plan.ArgumentSource;
import org.jointdefence.registry.selection.plan.CoercedOperation;
import org.jointdefence.registry.selection.plan.Payload;
import org.jointdefence.registry.write.input.Allowance;
import org.jointdefence.registry.write.input.ConstraintCheck;
import org.jointdefence.registry.write.input.InputReader;
import org.jointdefence.registry.write.input.Write;
import org.jointdefence.registry.write.model.InputNames;
import org.jointdefence.registry.write.model.InputWarning;
import org.jointdefence.registry.write.model.Mutation;
import org.jointdefence.registry.write.model.MutationModel;
import org.jspecify.annotations.Nullable;

/** Makes the changes of a mutation operation, in one transaction. */
@ApplicationScoped
public class Mutations {

    /** How often a transaction is tried that meets a deadlock or a lock. */
    private static final int TRIES = 3;

    private final MutationModel model;
    private final DataSource database;
    private final Operations operations;
    private final CursorSigner signer;
    private final PublicEpoch epoch;
    private final ConstraintCheck constraints;

    Mutations(
            MutationModel model,
            DataSource database,
            Operations operations,
            CursorSigner signer,
            PublicEpoch epoch,
            ConstraintCheck constraints) {
        this.model = model;
        this.database = database;
        this.operations = operations;
        this.signer = signer;
        this.epoch = epoch;
        this.constraints = constraints;
    }

    /**
     * Makes all changes of an operation and reads their results, or refuses all: then the results have errors only. An
     * operation that was made with the same key before is only read again.
     *
     * @param fields the root fields
     * @param header the key in the request's header
     * @throws org.jointdefence.registry.error.Unavailable if the database is unavailable
     */
    Results write(
            CoercedOperation operation,
            MergedSelectionSet fields,
            RequestContext requestContext,
            @Nullable IdempotencyKey header) {
        Map<String, List<ClientError>> faults = new LinkedHashMap<>();
        List<Write> writes = new ArrayList<>();
        List<Map<String, Object>> allArguments = new ArrayList<>();
        GraphQLObjectType type = operation.schema().getMutationType();
        Allowance allowance = new Allowance();
        for (MergedField field : fields.getSubFieldsList()) {
            Mutation mutation = model.mutation(field.getName());
            if (mutation != null) {
                Map<String, Object> arguments = ArgumentSource.of(
                                type.getFieldDefinition(field.getName()), field, operation)
                        .arguments(operation);
                allArguments.add(arguments);
                try {
                    writes.add(InputReader.read(
                            mutation,
                            field.getResultKey(),
                            (Map<?, ?>) Objects.requireNonNull(arguments.get(InputNames.INPUT)),
                            constraints,
                            fault -> faults.computeIfAbsent(field.getResultKey(), key -> new ArrayList<>())
                                    .add(fault),
                            allowance));
                } catch (ClientError tooMuch) {
                    return Results.refused(field.getResultKey(), tooMuch);
                }
            }
        }
        IdempotencyKey key;
        try {
            key = IdempotencyKey.of(header, allArguments);
        } catch (ClientError malformed) {
            return Results.refused(fields.getKeys().getFirst(), malformed);
        }
        if (writes.isEmpty()) {
            return Results.refused(Map.of());
        }
        return faults.isEmpty() ? write(operation, fields, requestContext, writes, key) : Results.refused(faults);
    }

    private Results write(
            CoercedOperation operation,
            MergedSelectionSet fields,
            RequestContext requestContext,
            List<Write> writes,
            @Nullable IdempotencyKey key) {
        for (int attempt = 1; ; attempt++) {
            Progress progress = new Progress(fields.getKeys().getFirst());
            try {
                return Transactions.run(
                        database,
                        connection -> Transactions.unprepared(
                                connection,
                                unprepared ->
                                        write(unprepared, operation, fields, requestContext, writes, key, progress)));
            } catch (ClientError refused) {
                return Results.refused(progress.key, refused);
            } catch (RefusedWrite refused) {
                if (attempt == TRIES || !WriteFailure.isTransient(refused.failure())) {
                    return refused(progress, refused.reason());
                }
            } catch (SQLException e) {
                if (attempt == TRIES || !WriteFailure.isTransient(e)) {
                    return refused(progress, WriteFailure.of(e));
                }
            } finally {
                // Also after a failure, which does not always say whether the transaction was committed.
                epoch.expire();
            }
        }
    }

    private static Results refused(Progress progress, RuntimeException reason) {
        if (reason instanceof ClientError error) {
            return Results.refused(progress.key, error);
        }
        throw reason;
    }

    /** Makes the changes in one transaction; {@code progress} tells which of them it has come to. */
    private Results write(
            Connection connection,
            CoercedOperation operation,
            MergedSelectionSet fields,
            RequestContext requestContext,
            List<Write> writes,
            @Nullable IdempotencyKey key,
            Progress progress)
            throws SQLException {
        WriteTransaction transaction = WriteTransaction.begin(
                connection, requestContext, operation.definition().getName(), signer);
        List<String> records = writes.stream().map(Write::uuid).toList();
        List<String> earlier =
                key == null ? null : transaction.keep(key, IdempotencyKey.request(operation, requestContext), records);
        PayloadReads payloads = operations.payloads(operation, requestContext);
        for (int i = 0; i < writes.size(); i++) {
            Write write = writes.get(i);
            progress.key = write.key();
            if (earlier == null) {
                transaction.write(write);
            }
            payloads.read(
                    connection,
                    fields.getSubField(write.key()),
                    payload(write, (earlier == null ? records : earlier).get(i)));
        }
        Results results = payloads.end(connection, transaction.compartments(), transaction.examined());
        commit(transaction, writes, progress);
        return results;
    }

    /** Commits, which can break a rule for the record of one of the fields. */
    private static void commit(WriteTransaction transaction, List<Write> writes, Progress progress)
            throws SQLException {
        try {
            transaction.commit();
        } catch (SQLException failure) {
            ClientError broken = WriteFailure.atCommit(failure);
            if (broken == null) {
                throw failure;
            }
            String record = WriteFailure.record(failure);
            writes.stream()
                    .filter(write -> write.uuid().equals(record))
                    .findFirst()
                    .ifPresent(write -> progress.key = write.key());
            throw broken;
        }
    }

    /** The response key of the field that is being written. */
    private static final class Progress {
        private String key;

        private Progress(String first) {
            this.key = first;
        }
    }

    private static Payload payload(Write write, String uuid) {
        return new Payload(
                write.mutation().payload(),
                write.mutation().record(),
                write.mutation().type().entityType(),
                uuid,
                InputWarning.TYPE,
                write.warnings().stream()
                        .map(warning -> Map.of("path", warning.path(), "message", warning.message()))
                        .toList());
    }
}
