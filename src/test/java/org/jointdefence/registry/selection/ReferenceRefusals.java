package org.jointdefence.registry.selection;

import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.SelectedField;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jointdefence.registry.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a root field cannot be asked, before it is asked: bad arguments anywhere in its selection make an error
 * whatever data there is, so that the error says nothing about data.
 */
final class ReferenceRefusals {
    private final GraphQLSchema schema;
    private final ReferenceFields fields;
    private final ReferenceRules rules;

    ReferenceRefusals(GraphQLSchema schema, ReferenceFields fields, ReferenceRules rules) {
        this.schema = schema;
        this.fields = fields;
        this.rules = rules;
    }

    /** Checks what is selected on an object of a type, and below. */
    void check(ReferenceViews views, String type, DataFetchingFieldSelectionSet selection) {
        for (SelectedField field : selection.getImmediateFields()) {
            if (field.getObjectTypeNames().contains(type)) {
                String below =
                        GraphQLTypeUtil.unwrapAllAs(field.getType()) instanceof graphql.schema.GraphQLNamedType named
                                ? named.getName()
                                : "";
                if (below.endsWith("Connection")) {
                    check(views, type, field.getName(), field.getArguments());
                }
                check(views, below, field.getSelectionSet());
            }
        }
    }

    /** Checks the arguments of a connection. */
    void check(ReferenceViews views, String type, String field, Map<String, Object> arguments) {
        checkPage(arguments.get("first"), arguments.get("last"));
        String target = fields.associations().target(type, field);
        if (arguments.get("where") != null) {
            checkFilter(
                    target,
                    (GraphQLInputObjectType) Objects.requireNonNull(schema.getType(target + "Filter")),
                    arguments.get("where"));
        }
        ReferenceCursors cursors = fields.cursors(views, type, field, arguments);
        cursors.record(arguments.get("after"));
        cursors.record(arguments.get("before"));
    }

    private void checkPage(@Nullable Object first, @Nullable Object last) {
        if (first != null && last != null && rules.eitherFirstOrLast()) {
            throw Refusal.badInput("first and last");
        }
        for (Object size : new @Nullable Object[] {first, last}) {
            if (size instanceof Integer number && (number < 0 || number > 100)) {
                throw Refusal.badInput("page size");
            }
        }
    }

    private void checkFilter(String type, GraphQLInputObjectType filter, @Nullable Object value) {
        if (value == null) {
            return;
        }
        boolean operators = filter.getField("and") == null
                && !filter.getName().endsWith("AssociationFilter")
                && !ReferenceFilter.isGroup(filter);
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
            if (operators) {
                checkOperand(type, filter, entry.getValue());
            } else {
                String name = (String) entry.getKey();
                GraphQLInputObjectType below = (GraphQLInputObjectType)
                        GraphQLTypeUtil.unwrapAll(filter.getField(name).getType());
                String target = typeBelow(type, below);
                List<?> parts =
                        entry.getValue() instanceof List<?> list ? list : java.util.Arrays.asList(entry.getValue());
                parts.forEach(part -> checkFilter(target, below, part));
            }
        }
    }

    /** The type whose rows a filter is about: its own if it names one, else that of the filter around it. */
    private String typeBelow(String type, GraphQLInputObjectType filter) {
        String name = filter.getName().replaceFirst("(Association)?Filter$", "");
        return filter.getField("and") == null && !filter.getName().endsWith("AssociationFilter") ? type : name;
    }

    private static void checkOperand(String type, GraphQLInputObjectType filter, @Nullable Object operand) {
        if (operand == null) {
            throw Refusal.badInput("null operand");
        }
        for (Object one : operand instanceof List<?> list ? list : List.of(operand)) {
            if (one instanceof String text && text.indexOf('\0') >= 0) {
                throw Refusal.badInput("U+0000");
            }
            if (filter.getName().equals("IDFilter") && !(one instanceof Boolean)) {
                checkId(type, (String) one);
            }
        }
    }

    static void checkId(String type, String id) {
        if (!type.equals(ReferenceIds.type(id))) {
            throw Refusal.badInput("id");
        }
    }
}
