package org.jointdefence.registry.selection.plan;

import java.util.List;
import org.jointdefence.registry.selection.access.AccessDeclaration;
import org.jointdefence.registry.selection.statement.Parameter;
import org.jointdefence.registry.selection.statement.Statement;

/**
 * How one root field of an operation is answered.
 *
 * @param key its key in the response
 * @param statements its statements, each after the one that it belongs to
 * @param unused parameters that no statement has, because nothing that needs one is selected; their values are checked
 *     all the same
 * @param reads what it reads that the log must know of
 */
public record RootPlan(
        String key, JsonWriter piece, List<Statement> statements, List<Parameter> unused, AccessDeclaration reads) {
    int depth() {
        return statements.stream().mapToInt(Statement::depth).max().orElse(0);
    }
}
