package org.jointdefence.registry.request.document;

import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.Definition;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.OperationDefinition;
import graphql.language.ScalarValue;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.request.cost.QueryCostAnalyzer;
import org.jspecify.annotations.Nullable;

/**
 * Limits the size of a document before validation, which itself takes time. Each fragment is visited once, no matter how
 * often it is spread, so that the check takes time proportional to the document's length.
 */
final class SyntaxLimits {

    /** The deepest introspection query of common tools has 15 levels. */
    private static final int INTROSPECTION_DEPTH = 20;

    private static final Set<String> PAGE_SIZES = Set.of("first", "last");

    /** Deeper than components of clients are nested. Validation takes time that grows with the cube of this depth. */
    private static final int FRAGMENT_DEPTH = 40;

    private static final long CEILING = Integer.MAX_VALUE;

    private final LimitsConfig limits;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, Extent> measured = new HashMap<>();
    private int aliases;
    private int directives;
    private int distinctNodes;
    private boolean literal;

    private SyntaxLimits(LimitsConfig limits) {
        this.limits = limits;
    }

    /**
     * Checks a document.
     *
     * @throws ClientError if it exceeds a limit, or contains definitions or directives that are not allowed
     */
    static Contents check(Document document, LimitsConfig limits) {
        SyntaxLimits check = new SyntaxLimits(limits);
        check.check(document.getDefinitions());
        return new Contents(check.distinctNodes, check.literal);
    }

    /**
     * The contents of a document.
     *
     * @param nodes the number of selections, arguments and values, each fragment counted once
     * @param hasLiterals whether it has strings or numbers other than page sizes; these may be a caller's data
     */
    record Contents(int nodes, boolean hasLiterals) {}

    @SuppressWarnings("rawtypes") // As in graphql-java's API.
    private void check(List<Definition> definitions) {
        for (Definition<?> definition : definitions) {
            if (definition instanceof FragmentDefinition fragment) {
                if (fragments.put(fragment.getName(), fragment) != null) {
                    throw ClientError.badInput("There are two fragments named '" + fragment.getName() + "'.");
                }
            } else if (!(definition instanceof OperationDefinition)) {
                throw ClientError.badInput("A document may contain only operations and fragments.");
            }
        }
        fragments.keySet().forEach(this::fragment);
        long nodes = 0;
        for (Definition<?> definition : definitions) {
            if (definition instanceof OperationDefinition operation) {
                nodes += operation(operation).nodes();
                if (nodes > limits.nodes()) {
                    throw ClientError.limit("The document has more than " + limits.nodes()
                            + " selections, arguments and values with its fragments expanded.");
                }
            }
        }
    }

    private Extent operation(OperationDefinition operation) {
        if (operation.getVariableDefinitions().size() > limits.variables()) {
            throw ClientError.limit("The operation has more than " + limits.variables() + " variables.");
        }
        long nodes = directives(operation);
        for (VariableDefinition variable : operation.getVariableDefinitions()) {
            nodes += 1 + directives(variable) + value(variable.getDefaultValue(), 0);
        }
        Extent extent = selections(operation.getSelectionSet());
        if (extent.top() > limits.rootFields()) {
            throw ClientError.limit("The operation has more than " + limits.rootFields() + " root fields.");
        }
        if (extent.fields() > limits.fields()) {
            throw ClientError.limit(
                    "The operation has more than " + limits.fields() + " fields with its fragments expanded.");
        }
        if (extent.depth() > limits.depth()) {
            throw ClientError.limit("The operation is nested more than " + limits.depth() + " fields deep.");
        }
        return extent.plus(Extent.ofNodes(nodes));
    }

    private Extent fragment(String name) {
        Extent known = measured.get(name);
        if (Extent.OPEN.equals(known)) {
            throw ClientError.badInput("The fragment '" + name + "' spreads itself.");
        }
        if (known != null) {
            return known;
        }
        FragmentDefinition fragment = fragments.get(name);
        if (fragment == null) {
            // Validation reports it.
            return Extent.NOTHING;
        }
        measured.put(name, Extent.OPEN);
        Extent extent = selections(fragment.getSelectionSet()).plus(Extent.ofNodes(1 + directives(fragment)));
        if (extent.spreads() > FRAGMENT_DEPTH) {
            throw ClientError.limit("Fragments are nested more than " + FRAGMENT_DEPTH + " deep.");
        }
        measured.put(name, extent);
        return extent;
    }

    private Extent selections(@Nullable SelectionSet set) {
        Extent sum = Extent.NOTHING;
        if (set != null) {
            for (Selection<?> selection : set.getSelections()) {
                distinctNodes++;
                sum = sum.plus(
                        switch (selection) {
                            case Field field -> field(field);
                            case InlineFragment fragment ->
                                selections(fragment.getSelectionSet()).plus(Extent.ofNodes(1 + directives(fragment)));
                            case FragmentSpread spread ->
                                fragment(spread.getName()).spread().plus(Extent.ofNodes(1 + directives(spread)));
                            default -> throw new IllegalStateException("the specification has no such selection");
                        });
            }
        }
        return sum;
    }

    private Extent field(Field field) {
        if (field.getAlias() != null && ++aliases > limits.aliases()) {
            throw ClientError.limit("The document has more than " + limits.aliases() + " aliases.");
        }
        long nodes = 1 + directives(field) + arguments(field.getArguments());
        Extent within = selections(field.getSelectionSet());
        int depth = within.depth() + 1;
        if (QueryCostAnalyzer.isIntrospection(field)) {
            if (depth > INTROSPECTION_DEPTH) {
                throw ClientError.limit("Introspection is nested more than " + INTROSPECTION_DEPTH + " fields deep.");
            }
            depth = 1;
        }
        return new Extent(1, 1 + within.fields(), nodes + within.nodes(), depth, within.spreads());
    }

    private long directives(DirectivesContainer<?> container) {
        StandardDirectives.check(container);
        long nodes = 0;
        for (Directive directive : container.getDirectives()) {
            if (++directives > limits.directives()) {
                throw ClientError.limit("The document uses more than " + limits.directives() + " directives.");
            }
            nodes += 1 + arguments(directive.getArguments());
        }
        return nodes;
    }

    private long arguments(List<Argument> arguments) {
        long nodes = 0;
        for (Argument argument : arguments) {
            boolean before = literal;
            nodes += 1 + value(argument.getValue(), 0);
            literal = before || (literal && !PAGE_SIZES.contains(argument.getName()));
        }
        return nodes;
    }

    private long value(@Nullable Value<?> value, int depth) {
        if (value == null) {
            return 0;
        }
        distinctNodes++;
        literal |= value instanceof ScalarValue && !(value instanceof BooleanValue);
        long nodes = 1;
        if (depth > limits.inputDepth()) {
            throw ClientError.limit("A value has more than " + limits.inputDepth() + " levels of objects and lists.");
        }
        if (value instanceof ArrayValue list) {
            if (list.getValues().size() > limits.listLength()) {
                throw ClientError.limit("A list has more than " + limits.listLength() + " elements.");
            }
            for (Value<?> element : list.getValues()) {
                nodes += value(element, depth + 1);
            }
        } else if (value instanceof ObjectValue object) {
            for (ObjectField field : object.getObjectFields()) {
                nodes += 1 + value(field.getValue(), depth + 1);
            }
        }
        return nodes;
    }

    /**
     * The size of a selection with its fragments expanded.
     *
     * @param top the number of its own fields
     * @param fields the number of its own and nested fields
     * @param nodes the number of selections, arguments and values
     * @param depth the nesting of fields
     * @param spreads the nesting of fragments
     */
    private record Extent(long top, long fields, long nodes, int depth, int spreads) {
        /** Marks a fragment that is being visited, to detect cycles. */
        static final Extent OPEN = new Extent(0, 0, 0, -1, 0);

        static final Extent NOTHING = new Extent(0, 0, 0, 0, 0);

        static Extent ofNodes(long nodes) {
            return new Extent(0, 0, nodes, 0, 0);
        }

        Extent spread() {
            return new Extent(top, fields, nodes, depth, spreads + 1);
        }

        Extent plus(Extent other) {
            return new Extent(
                    Math.min(CEILING, top + other.top),
                    Math.min(CEILING, fields + other.fields),
                    Math.min(CEILING, nodes + other.nodes),
                    Math.max(depth, other.depth),
                    Math.max(spreads, other.spreads));
        }
    }
}
