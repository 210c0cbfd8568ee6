package org.jointdefence.registry.request.document;

import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jointdefence.registry.selection.model.SchemaModel;

/** The root fields of an operation of a valid document, including those in fragments. */
public final class RootFields {

    private final SchemaModel model;
    private final Map<String, FragmentDefinition> fragments;
    private final Set<String> visited = new HashSet<>();

    private RootFields(SchemaModel model, Map<String, FragmentDefinition> fragments) {
        this.model = model;
        this.fragments = fragments;
    }

    /**
     * Whether an operation is a query whose root fields all select records: none of them is an introspection field, or
     * has an annotated method as its resolver.
     */
    public static boolean areEntities(
            OperationDefinition operation, Map<String, FragmentDefinition> fragments, SchemaModel model) {
        return operation.getOperation() == OperationDefinition.Operation.QUERY
                && new RootFields(model, fragments).areEntities(operation.getSelectionSet());
    }

    private boolean areEntities(SelectionSet selections) {
        return selections.getSelections().stream().allMatch(this::isEntities);
    }

    private boolean isEntities(Selection<?> selection) {
        return switch (selection) {
            case Field field -> model.rootField(field.getName()) != null;
            case InlineFragment fragment -> areEntities(fragment.getSelectionSet());
            case FragmentSpread spread -> {
                FragmentDefinition fragment = fragments.get(spread.getName());
                yield fragment != null && (!visited.add(spread.getName()) || areEntities(fragment.getSelectionSet()));
            }
            default -> false;
        };
    }
}
