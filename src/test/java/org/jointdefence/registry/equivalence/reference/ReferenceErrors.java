package org.jointdefence.registry.equivalence.reference;

import graphql.execution.CoercedVariables;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.execution.ValuesResolver;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jointdefence.registry.equivalence.SeveralErrors;
import org.jointdefence.registry.error.ClientError;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Refuses what a root field cannot be asked, before it is asked: bad arguments anywhere in its selection make an error
 * whatever data there is, so that the error says nothing about data.
 */
final class ReferenceErrors {
    private static final Set<String> COMBINATIONS = Set.of("and", "or", "not");
    private static final FieldCollector COLLECTOR = new FieldCollector();

    private final GraphQLSchema schema;
    private final ReferenceFields fields;
    private final ReferenceRules rules;

    ReferenceErrors(GraphQLSchema schema, ReferenceFields fields, ReferenceRules rules) {
        this.schema = schema;
        this.fields = fields;
        this.rules = rules;
    }

    /** What is checked of a connection's arguments. */
    @FunctionalInterface
    interface Check {
        void of(String type, String field, Map<String, Object> arguments);
    }

    /**
     * Checks the connections that are selected on an object of a type, and below. The fields are collected as an
     * execution does: the environment's own selection set keeps those of fragments that no object can match.
     */
    void checkBelow(String type, MergedField parent, DataFetchingEnvironment environment, Check check) {
        if (!(schema.getType(type) instanceof GraphQLObjectType object)) {
            return;
        }
        FieldCollectorParameters parameters = FieldCollectorParameters.newParameters()
                .schema(schema)
                .objectType(object)
                .fragments(environment.getFragmentsByName())
                .variables(environment.getVariables())
                .graphQLContext(environment.getGraphQlContext())
                .build();
        for (MergedField field : COLLECTOR.collectFields(parameters, parent).getSubFieldsList()) {
            GraphQLFieldDefinition definition = object.getFieldDefinition(field.getName());
            if (definition == null) {
                continue;
            }
            String below = ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(definition.getType())).getName();
            if (below.endsWith("Connection")) {
                check.of(type, field.getName(), arguments(definition, field, environment));
            }
            checkBelow(below, field, environment, check);
        }
    }

    private Map<String, Object> arguments(
            GraphQLFieldDefinition definition, MergedField field, DataFetchingEnvironment environment) {
        return ValuesResolver.getArgumentValues(
                schema.getCodeRegistry(),
                definition.getArguments(),
                field.getArguments(),
                CoercedVariables.of(environment.getVariables()),
                environment.getGraphQlContext(),
                environment.getLocale());
    }

    /** Checks what decides about the statements of a root field: it is wrong whatever the values are. */
    void checkShape(String type, String field, Map<String, Object> arguments) {
        if (arguments.get("first") != null && arguments.get("last") != null && rules.eitherFirstOrLast()) {
            throw ClientError.badInput("first and last");
        }
        String target = fields.associations().target(type, field);
        for (Object each : arguments.get("orderBy") instanceof List<?> orders ? orders : List.of()) {
            Map<?, ?> order = (Map<?, ?>) each;
            if (order.get("language") != null && !ReferenceOrder.isInWords(schema, target, order.get("field"))) {
                throw ClientError.badInput("no order of a language");
            }
        }
        if (arguments.get("where") != null) {
            new Size().check(filter(target), arguments.get("where"));
        }
    }

    private GraphQLInputObjectType filter(String target) {
        return (GraphQLInputObjectType) Objects.requireNonNull(schema.getType(target + "Filter"));
    }

    /** Checks the values that the statements are run with, when all of the root field has its shape. */
    void checkValues(
            ReferenceViews views, String type, String field, Map<String, Object> arguments, SeveralErrors faults) {
        String target = fields.associations().target(type, field);
        faults.check(() -> checkFilter(target, filter(target), arguments.get("where")));
        ReferenceCursors cursors = fields.cursors(views, type, field, arguments);
        faults.check(() -> cursors.record(arguments.get("after")));
        faults.check(() -> cursors.record(arguments.get("before")));
        faults.check(() -> checkSize(arguments.get("first")));
        faults.check(() -> checkSize(arguments.get("last")));
    }

    private static void checkSize(@Nullable Object size) {
        if (size instanceof Integer number && number < 0) {
            throw ClientError.badInput("page size");
        }
        if (size instanceof Integer number && number > 100) {
            throw ClientError.limit("page size");
        }
    }

    /** How many conditions and associations a filter has, met one after the other, up to the first that is too much. */
    private static final class Size {
        private int conditions;
        private int associations;

        void check(GraphQLInputObjectType filter, @Nullable Object value) {
            if (filter.getName().equals("MoneyFilter") && lacksCurrency((Map<?, ?>) Objects.requireNonNull(value))) {
                throw ClientError.badInput("an amount of no currency");
            }
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) Objects.requireNonNull(value)).entrySet()) {
                if (entry.getValue() == null) {
                    throw ClientError.badInput("null in a filter");
                }
                if (!hasOperators(filter)) {
                    count(filter);
                    GraphQLInputObjectType below = (GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(
                            filter.getField((String) entry.getKey()).getType());
                    if (below.getField("and") != null && !COMBINATIONS.contains(entry.getKey())) {
                        countAssociation();
                    }
                    List<?> parts = entry.getValue() instanceof List<?> list ? list : List.of(entry.getValue());
                    parts.forEach(part -> check(below, part));
                }
            }
        }

        private static boolean lacksCurrency(Map<?, ?> money) {
            boolean compared = money.get("amount") instanceof Map<?, ?> amount
                    && amount.keySet().stream().anyMatch(operator -> !"isNull".equals(operator));
            return compared && !(money.get("currency") instanceof Map<?, ?> currency && currency.get("eq") != null);
        }

        private void count(GraphQLInputObjectType filter) {
            if (filter.getField("and") != null && ++conditions > 200) {
                throw ClientError.limit("conditions");
            }
        }

        private void countAssociation() {
            if (++associations > 10) {
                throw ClientError.limit("associations");
            }
        }
    }

    private static boolean hasOperators(GraphQLInputObjectType filter) {
        return filter.getField("and") == null
                && !filter.getName().endsWith("AssociationFilter")
                && !ReferenceFilter.isGroup(filter);
    }

    private void checkFilter(String type, GraphQLInputObjectType filter, @Nullable Object value) {
        if (value == null) {
            return;
        }
        boolean operators = hasOperators(filter);
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
            throw ClientError.badInput("null operand");
        }
        for (Object one : operand instanceof List<?> list ? list : List.of(operand)) {
            if (one instanceof String text && (text.indexOf('\0') >= 0 || !isWellFormed(text))) {
                throw ClientError.badInput("no text");
            }
            if (one instanceof String code && !code.matches(form(filter.getName()))) {
                throw ClientError.badInput("not a code");
            }
            if (filter.getName().equals("IDFilter") && !(one instanceof Boolean)) {
                checkId(type, (String) one);
            }
        }
    }

    /** What a text of these filters looks like. */
    private static String form(String filter) {
        return switch (filter) {
            case "CountryCodeFilter", "CountryCodeListFilter" -> "[A-Z]{2}";
            case "CountryNumericCodeFilter" -> "[0-9]{3}";
            case "LanguageTagFilter" ->
                "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([0-9a-z]{5,8}|[0-9][0-9a-z]{3}))*";
            case "CurrencyCodeFilter", "CountryAlpha3CodeFilter" -> "[A-Z]{3}";
            default -> "(?s).*";
        };
    }

    private static boolean isWellFormed(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }

    static void checkId(String type, String id) {
        if (!type.equals(ReferenceIds.type(id))) {
            throw ClientError.badInput("id");
        }
    }
}
