package org.jointdefence.registry.selection.plan;

import graphql.execution.MergedField;
import graphql.schema.GraphQLFieldDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.selection.statement.Argument;
import org.jointdefence.registry.selection.statement.ArgumentLimits;
import org.jointdefence.registry.selection.statement.PagingConfig;

/** What compiling an operation needs of GraphQL: which fields a selection has, and with which arguments. */
public final class CompilationContext {
    private final CoercedOperation operation;
    private final PagingConfig reading;
    private final ArgumentLimits limits;
    private final List<ArgumentSource> sites = new ArrayList<>();
    private int selected;

    public CompilationContext(CoercedOperation operation, PagingConfig reading, ArgumentLimits limits) {
        this.operation = operation;
        this.limits = limits;
        this.reading = reading;
    }

    /** The fields selected on an object type: fragments spread, directives obeyed, equal keys merged. */
    Collection<MergedField> fields(MergedField parent, String typeName) {
        List<MergedField> fields = operation
                .fields(parent, operation.schema().getObjectType(typeName))
                .getSubFieldsList();
        selected += fields.size();
        return fields;
    }

    /** The arguments of a field of an object type. */
    Argument arguments(String typeName, MergedField field) {
        GraphQLFieldDefinition definition =
                operation.schema().getObjectType(typeName).getFieldDefinition(field.getName());
        ArgumentSource site = ArgumentSource.of(definition, field, operation);
        sites.add(site);
        Map<String, Object> arguments = site.arguments(operation);
        limits.check(arguments);
        return Argument.of(arguments, sites.size() - 1);
    }

    /** What one read may ask for. */
    PagingConfig reading() {
        return reading;
    }

    /** How many fields have been selected so far, on all types together. */
    public int selected() {
        return selected;
    }

    /** What arguments may ask for. */
    ArgumentLimits limits() {
        return limits;
    }

    public List<ArgumentSource> sites() {
        return sites;
    }
}
