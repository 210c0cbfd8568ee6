package org.jointdefence.registry.selection.plan;

import graphql.execution.MergedField;
import graphql.schema.GraphQLFieldDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.statement.ArgumentLimits;
import org.jointdefence.registry.selection.statement.Arguments;
import org.jointdefence.registry.selection.statement.PagingConfig;

/** Collects selected fields and their arguments while an operation is compiled. */
public final class CompilationContext {
    private final CoercedOperation operation;
    private final PagingConfig paging;
    private final ArgumentLimits limits;
    private final List<ArgumentSource> argumentSources = new ArrayList<>();
    private int selected;

    public CompilationContext(CoercedOperation operation, PagingConfig paging, ArgumentLimits limits) {
        this.operation = operation;
        this.limits = limits;
        this.paging = paging;
    }

    /** The fields that {@code parent} selects on an object type; see {@link CoercedOperation#rootFields()}. */
    Collection<MergedField> fields(MergedField parent, String typeName) {
        List<MergedField> fields = operation
                .fields(parent, operation.schema().getObjectType(typeName))
                .getSubFieldsList();
        selected += fields.size();
        return fields;
    }

    /**
     * The arguments of a field of an object type, as the root of an {@link Argument} tree.
     *
     * @throws ClientError if one of them exceeds a limit
     */
    Arguments arguments(String typeName, MergedField field) {
        GraphQLFieldDefinition definition =
                operation.schema().getObjectType(typeName).getFieldDefinition(field.getName());
        ArgumentSource source = ArgumentSource.of(definition, field, operation);
        argumentSources.add(source);
        Map<String, Object> arguments = source.arguments(operation);
        limits.check(arguments);
        return new Arguments(arguments, source.variable(), argumentSources.size() - 1);
    }

    /** The page sizes. */
    PagingConfig paging() {
        return paging;
    }

    /** The number of fields selected so far, on all types together. */
    public int selected() {
        return selected;
    }

    /** The limits on orders and filters. */
    ArgumentLimits limits() {
        return limits;
    }

    /** The fields with arguments, in the order of compilation. */
    public List<ArgumentSource> argumentSources() {
        return argumentSources;
    }
}
