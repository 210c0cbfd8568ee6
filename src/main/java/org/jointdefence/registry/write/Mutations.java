package org.jointdefence.registry.write;

import graphql.execution.MergedField;
import graphql.execution.MergedSelectionSet;
import graphql.schema.GraphQLObjectType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.jointdefence.registry.audit.RequestContext;
import org.jointdefence.registry.database.Transactions;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.cursor.CursorSigner;
import org.jointdefence.registry.selection.execution.Operations;
import org.jointdefence.registry.selection.execution.PayloadReads;
import org.jointdefence.registry.selection.execution.Results;
import org.jointdefence.registry.selection.plan.ArgumentSource;
import org.jointdefence.registry.selection.plan.CoercedOperation;
import org.jointdefence.registry.selection.plan.Payload;

/** Makes the changes of a mutation operation, in one transaction. */
@ApplicationScoped
public class Mutations {

    /** How often a transaction is tried that meets a deadlock or a lock. */
    private static final int TRIES = 3;

    private final MutationModel model;
    private final DataSource database;
    private final Operations operations;
    private final CursorSigner signer;

    Mutations(MutationModel model, DataSource database, Operations operations, CursorSigner signer) {
        this.model = model;
        this.database = database;
        this.operations = operations;
        this.signer = signer;
    }

    /**
     * Makes all changes of an operation and reads their results, or refuses all: then the results have errors only.
     *
     * @param fields the root fields
     * @throws org.jointdefence.registry.error.Unavailable if the database is unavailable
     */
    Results write(CoercedOperation operation, MergedSelectionSet fields, RequestContext requestContext) {
        Map<String, List<ClientError>> faults = new LinkedHashMap<>();
        List<Write> writes = new ArrayList<>();
        GraphQLObjectType type = operation.schema().getMutationType();
        for (MergedField field : fields.getSubFieldsList()) {
            Mutation mutation = model.mutation(field.getName());
            if (mutation != null) {
                Map<String, Object> arguments = ArgumentSource.of(
                                type.getFieldDefinition(field.getName()), field, operation)
                        .arguments(operation);
                writes.add(InputReader.read(
                        mutation,
                        field.getResultKey(),
                        (Map<?, ?>) Objects.requireNonNull(arguments.get(InputNames.INPUT)),
                        fault -> faults.computeIfAbsent(field.getResultKey(), key -> new ArrayList<>())
                                .add(fault)));
            }
        }
        return faults.isEmpty() ? write(operation, fields, requestContext, writes) : Results.refused(faults);
    }

    private Results write(
            CoercedOperation operation, MergedSelectionSet fields, RequestContext requestContext, List<Write> writes) {
        for (int attempt = 1; ; attempt++) {
            Progress progress = new Progress();
            try {
                return Transactions.run(database, connection -> {
                    WriteTransaction transaction = WriteTransaction.begin(
                            connection, requestContext, operation.definition().getName(), signer);
                    PayloadReads payloads = operations.payloads(operation, requestContext);
                    for (Write write : writes) {
                        progress.key = write.key();
                        transaction.write(write);
                        payloads.read(connection, fields.getSubField(write.key()), payload(write));
                    }
                    Results results = payloads.end(connection, transaction.compartments());
                    transaction.commit();
                    return results;
                });
            } catch (ClientError refused) {
                return Results.refused(Map.of(progress.key, List.of(refused)));
            } catch (WriteTransaction.Refused refused) {
                if (!refused.isTransient() || attempt == TRIES) {
                    if (refused.reason() instanceof ClientError error) {
                        return Results.refused(Map.of(progress.key, List.of(error)));
                    }
                    throw refused.reason();
                }
            } catch (SQLException e) {
                throw Transactions.failure("the change failed", e);
            }
        }
    }

    /** The response key of the field that is being written. */
    private static final class Progress {
        private String key = "";
    }

    private static Payload payload(Write write) {
        return new Payload(
                write.mutation().payload(),
                write.mutation().record(),
                write.mutation().type().entityType(),
                write.uuid(),
                InputWarning.TYPE,
                write.warnings().stream()
                        .map(warning -> Map.of("path", warning.path(), "message", warning.message()))
                        .toList());
    }
}
