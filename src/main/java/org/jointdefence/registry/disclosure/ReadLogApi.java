package org.jointdefence.registry.disclosure;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jointdefence.registry.audit.AccessRecord;
import org.jointdefence.registry.audit.ReadLog;
import org.jointdefence.registry.audit.ReadLogState;
import org.jointdefence.registry.audit.ReadLogVerifier;
import org.jointdefence.registry.audit.RequestContext;
import org.jointdefence.registry.budget.Overload;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Role;
import org.jointdefence.registry.database.Transactions;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/** Resolves the root field {@code readLog}. */
@GraphQLApi
public class ReadLogApi {

    private static final int DEFAULT = 10_000;

    private final ReadLogVerifier verifier;
    private final ReadLog log;

    /** How long a request waits for the verification of another, in milliseconds. */
    private static final long PATIENCE = 500;

    /** Verification keeps a CPU of PostgreSQL busy; running one at a time leaves the others to readers. */
    private final Semaphore turn = new Semaphore(1, true);

    ReadLogApi(ReadLogVerifier verifier, ReadLog log) {
        this.verifier = verifier;
        this.log = log;
    }

    @Query("readLog")
    @Description("The states of the logs that you audit, and the heads of their chains. Requires the role auditor.")
    public @NonNull List<@NonNull ReadLogState> readLog(
            Context context,
            @Name("newest")
                    @DefaultValue("10000")
                    @Description("How many of the newest entries of each log to verify, at most 100000; the profile"
                            + " verify checks all of them.")
                    @Nullable
                    Integer newest) {
        DataFetchingEnvironment environment = context.unwrap(DataFetchingEnvironment.class);
        RequestContext requestContext = environment.getGraphQlContext().get(RequestContext.class);
        Caller caller = requestContext.caller();
        if (!caller.has(Role.AUDITOR)) {
            throw new ClientError(ErrorCode.FORBIDDEN, "Only auditors may query the log.");
        }
        if (environment.getGraphQlContext().hasKey(ReadLogApi.class)) {
            throw ClientError.limit("An operation may select `readLog` only once.");
        }
        environment.getGraphQlContext().put(ReadLogApi.class, true);
        // An explicit null means the default.
        List<ReadLogState> states = states(caller, newest == null ? DEFAULT : newest);
        log.record(requestContext, environment.getOperationDefinition().getName(), AccessRecord.of("SELECT ReadLog"));
        return states;
    }

    private List<ReadLogState> states(Caller caller, int newest) {
        awaitTurn();
        try {
            return verifier.states(caller, (long) newest);
        } catch (SQLException e) {
            if (Transactions.tookTooLong(e)) {
                throw ClientError.limit("verifying that many entries took too long; pass a smaller `newest`");
            }
            throw Transactions.failure("the log could not be verified", e);
        } finally {
            turn.release();
        }
    }

    private void awaitTurn() {
        try {
            if (!turn.tryAcquire(PATIENCE, TimeUnit.MILLISECONDS)) {
                throw new Overload("the log is already being verified");
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new Overload("the service is shutting down");
        }
    }
}
