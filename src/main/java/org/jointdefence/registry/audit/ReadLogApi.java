package org.jointdefence.registry.audit;

import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.api.Context;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.graphql.DefaultValue;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Name;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Query;
import org.jointdefence.registry.ErrorCode;
import org.jointdefence.registry.Refusal;
import org.jointdefence.registry.budget.Overload;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Function;
import org.jointdefence.registry.selection.Inquiry;
import org.jointdefence.registry.selection.ReadLog;
import org.jointdefence.registry.selection.Reading;
import org.jointdefence.registry.selection.Transactions;
import org.jspecify.annotations.Nullable;

/** Answers auditors whether the log is whole. */
@GraphQLApi
public class ReadLogApi {

    private static final int DEFAULT = 10_000;

    private final ReadLogVerifier verifier;
    private final ReadLog log;

    /** Verifying keeps a processor of PostgreSQL's busy: one at a time leaves the others to those who read. */
    private final Semaphore turn = new Semaphore(1);

    ReadLogApi(ReadLogVerifier verifier, ReadLog log) {
        this.verifier = verifier;
        this.log = log;
    }

    @Query("readLog")
    @Description("Whether the logs that you audit are whole, and the heads of their chains. For the function auditor.")
    public @NonNull List<@NonNull ReadLogState> readLog(
            Context context,
            @Name("newest")
                    @DefaultValue("10000")
                    @Description(
                            "How many of the newest entries of each log to verify, at most 100000; the profile verify"
                                    + " looks at all of them.")
                    @Nullable
                    Integer newest) {
        DataFetchingEnvironment environment = context.unwrap(DataFetchingEnvironment.class);
        Inquiry inquiry = environment.getGraphQlContext().get(Inquiry.class);
        Caller caller = inquiry.caller();
        if (!caller.has(Function.AUDITOR)) {
            throw new Refusal(ErrorCode.FORBIDDEN, "The log is for auditors.");
        }
        if (environment.getGraphQlContext().hasKey(ReadLogApi.class)) {
            throw Refusal.limit("An operation verifies the log once; ask for `readLog` a single time.");
        }
        environment.getGraphQlContext().put(ReadLogApi.class, true);
        // Null for it, though there is a default, is none given.
        List<ReadLogState> states = states(caller, newest == null ? DEFAULT : newest);
        log.record(inquiry, environment.getOperationDefinition().getName(), Reading.of("SELECT ReadLog"));
        return states;
    }

    private List<ReadLogState> states(Caller caller, int newest) {
        if (!turn.tryAcquire()) {
            throw new Overload("the log is being verified already");
        }
        try {
            return verifier.states(caller, (long) newest);
        } catch (SQLException e) {
            if (Transactions.tookTooLong(e)) {
                throw Refusal.limit("verifying so many entries took too long; ask for fewer by `newest`");
            }
            throw Transactions.failure("the log could not be verified", e);
        } finally {
            turn.release();
        }
    }
}
