package org.jointdefence.registry.selection.plan;

import java.util.List;
import org.jointdefence.registry.selection.access.AccessDeclaration;
import org.jointdefence.registry.selection.statement.Parameter;
import org.jointdefence.registry.selection.statement.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The plan for one root field of an operation.
 *
 * @param key its key in the response
 * @param writer writes its value
 * @param statements its statements, each after its parent
 * @param unused parameters whose values must be checked although no statement uses them, because no selected field
 *     needs one that does
 * @param accesses the declared reads of data that can be classified
 * @param instant the instant of which it shows the records; null for the present
 */
public record RootPlan(
        String key,
        JsonWriter writer,
        List<Statement> statements,
        List<Parameter> unused,
        AccessDeclaration accesses,
        @Nullable Parameter instant) {
    int depth() {
        return statements.stream().mapToInt(Statement::depth).max().orElse(0);
    }
}
