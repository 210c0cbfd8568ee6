package org.jointdefence.registry.equivalence.document;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jointdefence.registry.equivalence.reference.ReferenceIds;
import org.jspecify.annotations.Nullable;

/** Makes values of input types: literals, and variables with and without a default, given, left out and null. */
final class RandomValues {
    private static final List<String> TEXTS = List.of(
            "",
            "a",
            "A",
            "e",
            "an",
            "EXERCISE",
            "ž",
            "Ž",
            "завод",
            "ЗАВОД",
            "Ї",
            "%",
            "_",
            "\\",
            "\"",
            "'",
            "\n",
            "\u0001",
            "😀",
            "𝔘",
            "null",
            "10",
            "9",
            " ",
            "LT",
            "UA",
            "EUR",
            "unitCost",
            "AMBER",
            "zz",
            "{}",
            ",");
    private static final List<String> DECIMALS =
            List.of("0", "0.0", "1.5", "1.50", "-1", "54.687", "1e3", "12345678901234567890.12", "0.0000001", "80.0");

    /** A value that stands in a literal as it is: an enum's, or a variable. */
    private record Plain(String text) {}

    /**
     * Where a value is wanted.
     *
     * @param operand whether it is a part of a filter, where null is refused
     */
    private record Place(String entityType, String name, int depth, boolean operand) {}

    private static final List<String> ZONES = List.of("Europe/Vilnius", "Europe/Kyiv", "Pacific/Apia");
    private static final List<String> FRACTIONS = List.of("1/3", "2/3", "1/4", "2/6", "0/1", "1/1");

    /** What is a code: another text would be refused. */
    private static final Map<String, List<String>> CODES = Map.ofEntries(
            Map.entry("alpha2", List.of("LT", "UA", "ZZ")),
            Map.entry("alpha3", List.of("LTU", "UKR", "ZZZ")),
            Map.entry("jurisdiction", List.of("LT", "UA")),
            Map.entry("country", List.of("LT", "UA")),
            Map.entry("origin", List.of("LT", "UA")),
            Map.entry("beneficiary", List.of("LT", "UA")),
            Map.entry("countries", List.of("LT", "UA")),
            Map.entry("productionCountries", List.of("LT", "UA")),
            Map.entry("releasableTo", List.of("LT", "UA", "PL")),
            Map.entry("currency", List.of("EUR", "UAH", "USD")),
            Map.entry("language", List.of("lt", "uk", "en")),
            Map.entry("numeric", List.of("440", "804", "000")));

    private final DocumentBuilder draft;

    RandomValues(DocumentBuilder draft) {
        this.draft = draft;
    }

    /** A literal of a type, about records of {@code entityType}; {@code name} says what it will be compared with. */
    String literal(GraphQLInputType type, String entityType, String name) {
        return literal(value(type, new Place(entityType, name, 0, false), true));
    }

    /** A literal without variables. */
    String constant(GraphQLInputType type, String entityType, String name) {
        return literal(value(type, new Place(entityType, name, 0, false), false));
    }

    /** A literal without variables for a part of a filter, where null is refused. */
    String operand(GraphQLInputType type, String entityType, String name) {
        return literal(value(type, new Place(entityType, name, 0, true), false));
    }

    /** A given value, as a literal or as a variable that can have others. */
    String given(GraphQLInputType type, Object value, Supplier<Object> others) {
        return draft.chance(0.3) ? "$" + variable(type, value, others) : literal(value);
    }

    private @Nullable Object value(GraphQLInputType type, Place place, boolean variables) {
        if (variables && draft.chance(0.2)) {
            return new Plain("$" + variable(type, place));
        }
        if (type instanceof GraphQLNonNull nonNull) {
            return present((GraphQLInputType) nonNull.getWrappedType(), place, variables);
        }
        if (draft.chance(0.03) && (!place.operand() || draft.faulty)) {
            draft.reach("literal null");
            return null;
        }
        return present(type, place, variables);
    }

    private Object present(GraphQLInputType type, Place place, boolean variables) {
        return switch (type) {
            case GraphQLList list -> list((GraphQLInputType) list.getWrappedType(), place, variables);
            case GraphQLInputObjectType object -> object(object, place, variables);
            case GraphQLEnumType enumeration ->
                new Plain(draft.seldom(
                                enumeration.getValues(),
                                value -> enumeration.getName() + "." + value.getName(),
                                value -> List.of())
                        .getName());
            case GraphQLScalarType scalar -> scalar(scalar.getName(), place);
            default -> throw new IllegalStateException("no values of " + type);
        };
    }

    private Object list(GraphQLInputType element, Place place, boolean variables) {
        if (draft.chance(0.1)) {
            draft.reach("one value for a list");
            // Not a variable: one of the element's type would not fit.
            return present((GraphQLInputType) GraphQLTypeUtil.unwrapNonNull(element), place, false);
        }
        List<@Nullable Object> values = new ArrayList<>();
        int size = draft.chance(0.07) ? 0 : 1 + draft.random.nextInt(place.depth() > 2 ? 1 : 3);
        for (int i = 0; i < size; i++) {
            values.add(value(element, place, variables));
        }
        return values;
    }

    private Object object(GraphQLInputObjectType type, Place place, boolean variables) {
        draft.reach("type " + type.getName());
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (GraphQLInputObjectField field : type.getFields()) {
            if (GraphQLTypeUtil.isNonNull(field.getType()) && !field.hasSetDefaultValue()) {
                draft.reach(type.getName() + "." + field.getName());
                object.put(field.getName(), value(field.getType(), inside(type, field, place), variables));
            }
        }
        List<GraphQLInputObjectField> choices = type.getFields().stream()
                .filter(field -> !object.containsKey(field.getName()))
                .filter(field -> place.depth() < 4 || !isFilterOfRecords(field.getType()))
                .filter(field -> !field.getName().equals("zone"))
                .filter(field ->
                        !field.getName().equals("language") || isInWords(object.get("field")) || draft.mistake())
                .toList();
        if (type.getField("not") != null && place.depth() < 4 && draft.chance(0.15)) {
            String name = draft.any(List.of("not", "not", "or", "and"));
            draft.reach(type.getName() + "." + name);
            object.put(name, value(type.getField(name).getType(), inside(type, type.getField(name), place), variables));
        }
        int more = draft.chance(0.03) ? 0 : 1 + (draft.chance(0.2) ? 1 : 0) + (draft.chance(draft.pull(type)) ? 1 : 0);
        for (int i = 0; i < more; i++) {
            // What is chosen twice would replace the first, and leave its variables unused.
            List<GraphQLInputObjectField> left = choices.stream()
                    .filter(field -> !object.containsKey(field.getName()))
                    .filter(field -> !isAmountBesideItsCurrency(type, field, object))
                    .toList();
            if (left.isEmpty()) {
                break;
            }
            GraphQLInputObjectField field = draft.seldom(
                    left, choice -> type.getName() + "." + choice.getName(), choice -> List.of(choice.getType()));
            object.put(field.getName(), value(field.getType(), inside(type, field, place), variables));
        }
        // A zone without a day is refused, and a variable may be none.
        if (type.getName().equals("DateTimeFilter")
                && object.get("on") instanceof String
                && draft.random.nextBoolean()) {
            draft.reach("DateTimeFilter.zone");
            object.put("zone", draft.any(ZONES));
        }
        if (type.getName().equals("MoneyFilter") && object.get("amount") != null && !draft.mistake()) {
            object.put("currency", Map.of("eq", draft.any(List.of("EUR", "UAH", "USD"))));
        }
        return object;
    }

    /** The currency of an amount is added by whoever asks for the amount. */
    private static boolean isAmountBesideItsCurrency(
            GraphQLInputObjectType type, GraphQLInputObjectField field, Map<String, @Nullable Object> object) {
        return type.getName().equals("MoneyFilter")
                && (field.getName().equals("amount") || field.getName().equals("currency"))
                && (object.containsKey("amount") || object.containsKey("currency"));
    }

    private static boolean isInWords(@Nullable Object field) {
        return field instanceof Plain(String name) && name.matches("\\w*(NAME|TITLE|TOPIC|PUBLISHER|PURPOSE)");
    }

    private static boolean isFilterOfRecords(GraphQLInputType type) {
        return GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType input
                && (input.getField("and") != null || input.getField("some") != null);
    }

    private static Place inside(GraphQLInputObjectType type, GraphQLInputObjectField field, Place place) {
        boolean operator = !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLInputObjectType);
        boolean operand = !type.getName().endsWith("Order");
        if (type.getField("and") != null) {
            String entityType = type.getName().replaceFirst("Filter$", "");
            return new Place(entityType, field.getName(), place.depth() + 1, operand);
        }
        return new Place(place.entityType(), operator ? place.name() : field.getName(), place.depth() + 1, operand);
    }

    private Object scalar(String type, Place place) {
        return switch (type) {
            case "Int" -> integer(place);
            case "Boolean" -> draft.random.nextBoolean();
            case "ID" -> id(place.entityType());
            case "Decimal" ->
                draft.harvest
                        .value(draft.random, place.name())
                        .filter(value -> draft.chance(0.7))
                        .filter(value -> value.toString().matches("-?[0-9.]+"))
                        .orElseGet(() -> draft.any(DECIMALS));
            case "Date" ->
                draft.harvest
                        .value(draft.random, place.name())
                        .filter(value -> draft.chance(0.7))
                        .filter(value -> value.toString().matches("\\d{4}-\\d\\d-\\d\\d"))
                        .orElseGet(() -> "202" + draft.random.nextInt(6) + "-02-1" + draft.random.nextInt(10));
            case "PartialDate" ->
                draft.harvest
                        .value(draft.random, place.name())
                        .filter(value -> draft.chance(0.7))
                        .filter(value -> value.toString().matches("\\d{4}(-\\d\\d(-\\d\\d)?)?"))
                        .orElseGet(() -> draft.any(List.of("2020", "2020-01", "2022-02-11", "2023")));
            case "Fraction" ->
                draft.harvest
                        .value(draft.random, place.name())
                        .filter(value -> draft.chance(0.5))
                        .filter(value -> value.toString().matches("[0-9]+/[0-9]+"))
                        .orElseGet(() -> draft.any(FRACTIONS));
            case "DateTime" ->
                place.name().equals("asOf")
                        ? draft.harvest.instant(draft.random).orElse("2025-02-03T04:05:06Z")
                        : draft.harvest
                                .value(draft.random, place.name())
                                .filter(value -> draft.chance(0.7))
                                .filter(value -> value.toString().matches("\\d{4}-\\d\\d-\\d\\dT.*Z"))
                                .orElseGet(() -> "202" + draft.random.nextInt(10) + "-02-03T04:05:06Z");
            default -> text(place);
        };
    }

    private Object integer(Place place) {
        return draft.harvest
                .value(draft.random, place.name())
                .filter(value -> draft.chance(0.6))
                .filter(Integer.class::isInstance)
                .orElseGet(() -> draft.chance(0.1) ? -2147483648 : draft.random.nextInt(draft.chance(0.5) ? 6 : 2000));
    }

    /** The id of a record of this type, or what is none. */
    String id(String entityType) {
        if (draft.mistake()) {
            return draft.any(List.of("", "x", "UGFydG5lckZpcm06", "\u0000", "Portion:1", "é"));
        }
        if (draft.mistake()) {
            return draft.harvest.id(draft.random, "Node").map(Object::toString).orElse("x");
        }
        String type = entityType.equals("Node") ? "PartnerFirm" : entityType;
        return draft.harvest
                .id(draft.random, entityType)
                .filter(id -> draft.chance(0.9))
                .map(Object::toString)
                .orElseGet(() -> ReferenceIds.of(type, "00000000-0000-4000-8000-000000000000"));
    }

    private String text(Place place) {
        if (draft.mistake()) {
            return "\u0000";
        }
        List<String> codes = CODES.get(place.name());
        if (codes != null) {
            return draft.any(codes);
        }
        String key = draft.chance(0.15) ? draft.any(List.of("alpha2", "code", "name", "title")) : place.name();
        String text = draft.harvest
                .value(draft.random, key)
                .filter(value -> draft.chance(0.75))
                .map(Object::toString)
                .orElseGet(() -> draft.any(TEXTS));
        return switch (draft.random.nextInt(5)) {
            case 0 -> text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, text.length()) / 2));
            case 1 -> text.toUpperCase(java.util.Locale.ROOT);
            case 2 -> text.toLowerCase(java.util.Locale.ROOT);
            default -> text;
        };
    }

    /** Declares a variable for a place and returns its name. */
    private String variable(GraphQLInputType type, Place place) {
        boolean nullable = !GraphQLTypeUtil.isNonNull(type);
        String print = GraphQLTypeUtil.simplePrint(type);
        Supplier<Object> values = () -> present((GraphQLInputType) GraphQLTypeUtil.unwrapNonNull(type), place, false);
        int kind = draft.random.nextInt(10);
        if (kind < 3) {
            draft.reach("variable with a default");
            String name = declare(
                    GraphQLTypeUtil.simplePrint(GraphQLTypeUtil.unwrapNonNull(type)),
                    literal(values.get()),
                    new DocumentBuilder.Variable(values, true, nullable && (!place.operand() || draft.faulty)));
            if (kind == 0) {
                draft.reach("variable default overruled");
                draft.variables.put(name, json(values.get()));
            }
            return name;
        }
        boolean required = !nullable || draft.random.nextBoolean();
        String name = declare(
                nullable && required ? print + "!" : print,
                null,
                new DocumentBuilder.Variable(values, !required, !required && (!place.operand() || draft.faulty)));
        draft.give(name, required ? 2 : draft.random.nextInt(5));
        return name;
    }

    private String variable(GraphQLInputType type, Object value, Supplier<Object> others) {
        String name =
                declare(GraphQLTypeUtil.simplePrint(type), null, new DocumentBuilder.Variable(others, false, false));
        draft.variables.put(name, value);
        draft.reach("variable");
        return name;
    }

    private String declare(String type, @Nullable String defaultValue, DocumentBuilder.Variable variable) {
        String name = draft.name("v");
        draft.definitions.add("$" + name + ": " + type + (defaultValue == null ? "" : " = " + defaultValue));
        draft.declare(name, variable);
        return name;
    }

    static @Nullable Object json(@Nullable Object value) {
        return switch (value) {
            case Plain plain -> plain.text();
            case List<?> list -> {
                List<@Nullable Object> json = new ArrayList<>();
                list.forEach(element -> json.add(json(element)));
                yield json;
            }
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> json = new LinkedHashMap<>();
                map.forEach((key, child) -> json.put((String) key, json(child)));
                yield json;
            }
            case null, default -> value;
        };
    }

    static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Plain plain -> plain.text();
            case List<?> list -> {
                List<String> elements = new ArrayList<>();
                list.forEach(element -> elements.add(literal(element)));
                yield "[" + String.join(", ", elements) + "]";
            }
            case Map<?, ?> map -> {
                List<String> fields = new ArrayList<>();
                map.forEach((key, child) -> fields.add(key + ": " + literal(child)));
                yield "{" + String.join(", ", fields) + "}";
            }
            case String text -> quoted(text);
            default -> value.toString();
        };
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < 0x20) {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    /** The name of a type without what wraps it. */
    static String named(graphql.schema.GraphQLType type) {
        return ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(type)).getName();
    }
}
