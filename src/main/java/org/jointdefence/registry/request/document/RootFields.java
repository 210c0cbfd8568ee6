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

/** The root fields of the operations of a valid document, those in fragments included. */
public final class RootFields {

    private final SchemaModel model;
    private final Map<String, FragmentDefinition> fragments;
    private final Set<String> visited = new HashSet<>();

    private RootFields(SchemaModel model, Map<String, FragmentDefinition> fragments) {
        this.model = model;
        this.fragments = fragments;
    }

    /**
     * Whether an operation is a query of records alone: neither introspection is among its root fields nor anything that an
     * annotated method answers.
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
