package org.jointdefence.registry.disclosure;

import jakarta.inject.Singleton;
import java.util.Map;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.execution.RootArguments;

/** Checks the arguments of {@code readLog}. */
@Singleton
class ReadLogArguments implements RootArguments {
    /** The maximum number of entries to verify for one request. */
    private static final int MOST = 100_000;

    @Override
    public String field() {
        return "readLog";
    }

    @Override
    public void check(Map<String, Object> arguments) {
        if (arguments.get("newest") instanceof Integer newest && (newest < 1 || newest > MOST)) {
            throw ClientError.badInput("`newest` must be between 1 and " + MOST);
        }
    }
}
