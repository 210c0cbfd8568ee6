package org.jointdefence.registry.equivalence.document;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jointdefence.registry.equivalence.reference.ReferenceIds;
import org.jspecify.annotations.Nullable;

/** Makes the arguments of one field; those of a connection so that its page stays small where there are many. */
final class RandomArguments {
    private static final int DEFAULT_PAGE = 20;

    /** Page sizes that are wrong, by themselves or beside another one. */
    private static final List<Integer> WRONG = List.of(1, -1, 101, 2147483647);

    private final DocumentBuilder draft;
    private final RandomValues values;
    private final String coordinates;
    private final GraphQLFieldDefinition field;
    private final List<String> arguments = new ArrayList<>();
    private int pageSize = DEFAULT_PAGE;
    private String orderBy = "";
    private boolean knownOrder = true;
    private boolean hasCursor;
    private @Nullable String id;

    RandomArguments(
            DocumentBuilder draft, RandomValues values, String type, GraphQLFieldDefinition field, int objects) {
        this.draft = draft;
        this.values = values;
        this.coordinates = type + "." + field.getName();
        this.field = field;
        if (isPaged()) {
            addPage(objects);
        } else {
            field.getArguments().forEach(this::add);
        }
    }

    boolean isPaged() {
        return field.getArgument("first") != null && field.getArgument("after") != null;
    }

    int pageSize() {
        return pageSize;
    }

    /** The arguments between parentheses; empty if there are none. */
    String text() {
        return arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")";
    }

    /** Where cursors of this connection will be good for going on; empty if it is none, or its order is not known. */
    Optional<RandomDocument.Site> connection() {
        return isPaged() && knownOrder && !draft.isOfPast()
                ? Optional.of(new RandomDocument.Site(List.of(), coordinates, orderBy))
                : Optional.empty();
    }

    /** What is to be selected besides: what cursors lead to, or cursors that would be of use. */
    String pageInfo() {
        if (hasCursor && draft.chance(0.8)) {
            return "pageInfo { hasNextPage hasPreviousPage } totalCount";
        }
        return wantsCursors() ? "pageInfo { startCursor endCursor }" : "";
    }

    private boolean wantsCursors() {
        return isPaged() && (draft.lacks(coordinates + "(after)") || draft.lacks(coordinates + "(before)"));
    }

    /** The type of the id in the arguments. */
    Optional<String> idType() {
        return Optional.ofNullable(id).map(ReferenceIds::type);
    }

    private void add(GraphQLArgument argument) {
        if (argument.getName().equals("asOf")) {
            addInstant();
            return;
        }
        boolean required = GraphQLTypeUtil.isNonNull(argument.getType()) && !argument.hasSetDefaultValue();
        if (!required && draft.chance(0.4)) {
            return;
        }
        String entityType = RandomValues.named(field.getType());
        if (RandomValues.named(argument.getType()).equals("ID")) {
            id = values.id(entityType);
            put(argument.getName(), values.given(argument.getType(), id, () -> values.id(entityType)));
        } else {
            put(argument.getName(), values.literal(argument.getType(), entityType, argument.getName()));
        }
    }

    private void addInstant() {
        if (draft.chance(draft.lacks(coordinates + "(asOf)") ? 0.4 : 0.1)) {
            draft.askForPast();
            put("asOf", values.literal(type("asOf"), "", "asOf"));
        }
    }

    private void addPage(int objects) {
        if (field.getArgument("asOf") != null) {
            addInstant();
        }
        String entityType = RandomValues.named(field.getType()).replaceFirst("Connection$", "");
        double filtered = draft.lacks(coordinates + "(where)") ? 0.7 : 0.3 + draft.pull(type("where")) / 2;
        if (draft.chance(filtered)) {
            put("where", values.literal(type("where"), entityType, "where"));
        }
        Optional<SeenValues.Cursor> cursor = draft.harvest.cursor(draft.random, draft.caller, coordinates);
        if (cursor.isPresent() && !draft.isOfPast() && draft.chance(wantsCursors() ? 0.9 : 0.35)) {
            addCursor(cursor.get());
        } else {
            addOrder(entityType);
            if (draft.mistake() && !draft.isOfPast()) {
                String wrong = draft.harvest
                        .anyCursor(draft.random)
                        .map(SeenValues.Cursor::text)
                        .orElse("");
                putCursor("after", draft.random.nextBoolean() ? wrong : draft.any(List.of("", "x", "!", "AAAA")));
            }
        }
        addSizes(objects);
    }

    private void addOrder(String entityType) {
        if (draft.chance(0.5)) {
            return;
        }
        if (draft.chance(0.5)) {
            orderBy = values.constant(type("orderBy"), entityType, "orderBy");
            put("orderBy", orderBy);
        } else {
            knownOrder = false;
            put("orderBy", values.literal(type("orderBy"), entityType, "orderBy"));
        }
    }

    private void addCursor(SeenValues.Cursor cursor) {
        hasCursor = true;
        orderBy = cursor.orderBy();
        if (!orderBy.isEmpty()) {
            put("orderBy", orderBy);
        }
        boolean after = wantsCursors() ? draft.lacks(coordinates + "(after)") : draft.random.nextBoolean();
        putCursor(after ? "after" : "before", cursor.text());
        Optional<SeenValues.Cursor> other = draft.harvest.cursor(draft.random, draft.caller, coordinates);
        if (draft.chance(0.25) && other.isPresent() && other.get().orderBy().equals(orderBy)) {
            String free = arguments.getLast().startsWith("after") ? "before" : "after";
            draft.reach("both cursors");
            putCursor(free, other.get().text());
        }
    }

    private void putCursor(String name, String cursor) {
        draft.cursor(cursor);
        put(
                name,
                values.given(
                        type(name),
                        cursor,
                        () -> draft.cursor(draft.harvest
                                .cursor(draft.random, draft.caller, coordinates, orderBy)
                                .orElse(cursor))));
    }

    private void addSizes(int objects) {
        boolean last = draft.chance(draft.lacks(coordinates + "(last)") ? 0.7 : hasCursor ? 0.5 : 0.35);
        if (objects == 1 && draft.chance(0.3)) {
            return;
        }
        pageSize = draft.chance(0.06) ? 0 : 1 + draft.random.nextInt(objects > 200 ? 2 : objects > 20 ? 4 : 8);
        if (objects == 1 && draft.chance(0.1)) {
            pageSize = 100;
        }
        put(last ? "last" : "first", values.given(type("first"), pageSize, this::size));
        if (draft.mistake()) {
            put(last ? "first" : "last", values.given(type("first"), draft.any(WRONG), () -> draft.any(WRONG)));
        } else if (draft.chance(0.05)) {
            put(last ? "first" : "last", "null");
        }
    }

    private Object size() {
        return draft.chance(0.1) ? draft.any(WRONG) : draft.random.nextInt(pageSize + 1);
    }

    private graphql.schema.GraphQLInputType type(String argument) {
        return Objects.requireNonNull(field.getArgument(argument)).getType();
    }

    private void put(String name, String value) {
        draft.reach(coordinates + "(" + name + ")");
        arguments.add(name + ": " + value);
    }
}
