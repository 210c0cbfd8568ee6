package org.jointdefence.registry.selection.execution;

import graphql.execution.MergedField;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jointdefence.registry.audit.AccessRecord;
import org.jointdefence.registry.audit.ReadLog;
import org.jointdefence.registry.audit.RequestContext;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.access.AccessDeclaration;
import org.jointdefence.registry.selection.cursor.CursorSigner;
import org.jointdefence.registry.selection.model.SchemaModel;
import org.jointdefence.registry.selection.plan.CoercedOperation;
import org.jointdefence.registry.selection.plan.CompilationContext;
import org.jointdefence.registry.selection.plan.OperationPlan;
import org.jointdefence.registry.selection.plan.Payload;
import org.jointdefence.registry.selection.plan.RootPlan;
import org.jointdefence.registry.selection.plan.SelectionCompiler;
import org.jointdefence.registry.selection.statement.ArgumentLimits;
import org.jointdefence.registry.selection.statement.ExecutionArguments;
import org.jointdefence.registry.selection.statement.PagingConfig;

/** The reads of one mutation operation, each after the change whose result it is, in the transaction of the changes. */
public final class PayloadReads {
    private final SchemaModel model;
    private final PagingConfig paging;
    private final ArgumentLimits limits;
    private final CursorSigner signer;
    private final PreparedStatements prepared;
    private final ReadLog log;
    private final CoercedOperation operation;
    private final RequestContext requestContext;
    private final Deadline deadline;
    private final List<RootResult> roots = new ArrayList<>();

    PayloadReads(
            SchemaModel model,
            PagingConfig paging,
            ArgumentLimits limits,
            CursorSigner signer,
            PreparedStatements prepared,
            ReadLog log,
            CoercedOperation operation,
            RequestContext requestContext) {
        this.model = model;
        this.paging = paging;
        this.limits = limits;
        this.signer = signer;
        this.prepared = prepared;
        this.log = log;
        this.operation = operation;
        this.requestContext = requestContext;
        this.deadline = new Deadline(paging.executionTime());
    }

    /**
     * Reads the result of a change.
     *
     * @throws ClientError if an argument within the selection is not valid, or if the read takes too long
     */
    public void read(Connection connection, MergedField field, Payload payload) throws SQLException {
        CompilationContext context = new CompilationContext(operation, paging, limits);
        RootPlan root = SelectionCompiler.compile(
                model,
                context,
                field,
                payload,
                new AccessDeclaration(requestContext.caller().isRecorded()));
        OperationPlan plan = OperationPlan.continued(List.of(root), context.argumentSources(), context.selected());
        ExecutionArguments arguments =
                new ExecutionArguments(Operations.argumentValues(plan, operation), requestContext.caller(), signer);
        List<ClientError> errors = new ArrayList<>();
        RootResult result = RootResult.of(root, arguments, errors::add);
        if (!errors.isEmpty()) {
            throw errors.getFirst();
        }
        roots.add(result);
        new PlanExecution(plan, requestContext, operation.definition().getName(), List.of(result))
                .read(connection, prepared, deadline);
    }

    /**
     * Records what the response discloses, as a part of the transaction, and writes the response.
     *
     * @param compartments the compartments that the caller holds, as a PostgreSQL array literal
     * @param accesses what was read for the changes themselves
     * @throws ClientError if the response exceeds its size limit; the changes must then be rolled back
     */
    public Results end(Connection connection, String compartments, AccessRecord accesses) throws SQLException {
        Results results = new Results();
        results.begin(roots);
        roots.forEach(root -> root.plan().accesses().collect(root, accesses));
        results.end(
                accesses.isEmpty() || !requestContext.caller().isRecorded()
                        ? null
                        : log.record(
                                connection,
                                requestContext,
                                operation.definition().getName(),
                                compartments,
                                accesses));
        results.complete();
        results.requireComplete();
        return results;
    }
}
