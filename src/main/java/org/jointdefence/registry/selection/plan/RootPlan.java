package org.jointdefence.registry.selection.plan;

import java.util.List;
import org.jointdefence.registry.selection.access.AccessDeclaration;
import org.jointdefence.registry.selection.statement.Parameter;
import org.jointdefence.registry.selection.statement.Statement;

/**
 * The plan for one root field of an operation.
 *
 * @param key its key in the response
 * @param piece writes its value
 * @param statements its statements, each after its parent
 * @param unused parameters whose values must be checked although no statement uses them, because no selected field
 *     needs one that does
 * @param reads the reads to declare to the log
 */
public record RootPlan(
        String key, JsonWriter piece, List<Statement> statements, List<Parameter> unused, AccessDeclaration reads) {
    int depth() {
        return statements.stream().mapToInt(Statement::depth).max().orElse(0);
    }
}
