package org.jointdefence.registry.noninterference;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jointdefence.registry.equivalence.reference.ReferenceIds;

/** Random literals for the inputs of mutations, from the types of the schema: most of them are accepted, and many clash. */
final class RandomInputs {

    /** So few that what is written clashes. */
    private static final int NAMES = 12;

    private static final String ABSENT = "00000000-0000-4000-8000-000000000000";

    private static final List<String> COUNTRIES = List.of("LT", "UA");

    private static final Map<String, List<String>> TEXTS = Map.of(
            "currency", List.of("EUR", "UAH"),
            "website", List.of("https://exercise.example/1", "https://exercise.example/2"),
            "url", List.of("https://exercise.example/1", "https://exercise.example/2"));

    private static final List<String> COUNTRY_FIELDS = List.of(
            "jurisdiction", "country", "countries", "beneficiary", "origin", "productionCountries", "releasableTo");

    /**
     * Where a value is wanted.
     *
     * @param record the type of the record that is written
     * @param whole whether parts and links are given, too
     */
    private record Place(GraphQLObjectType record, String name, boolean whole) {
        Place at(String field) {
            return new Place(record, field, whole);
        }
    }

    private final Random random;
    private final Map<String, List<String>> ids;
    private final List<String> labels;
    private final boolean classifies;

    /**
     * @param ids the UUIDs of records that may be referred to, by type
     * @param labels literals, of which each label is one
     * @param classifies whether most of what is written is classified, and not public
     */
    RandomInputs(Random random, Map<String, List<String>> ids, List<String> labels, boolean classifies) {
        this.random = random;
        this.ids = ids;
        this.labels = labels;
        this.classifies = classifies;
    }

    /** The fields of an input for a record of this type, with its parts and links or without. */
    String fields(GraphQLInputObjectType input, GraphQLObjectType record, boolean whole) {
        return members(input, new Place(record, "", whole));
    }

    private String members(GraphQLInputObjectType type, Place place) {
        List<String> members = new ArrayList<>();
        for (GraphQLInputObjectField field : type.getFields()) {
            boolean required = GraphQLTypeUtil.isNonNull(field.getType());
            if (isGiven(field, place, required) || (!place.whole() && isListOfObjects(field.getType()))) {
                continue;
            }
            // Where no label is given, it is the prescribed one, or the public one; but one that must hide is always
            // given.
            boolean given = isLabel(field.getType())
                    ? labels.size() == 1 || random.nextInt(10) < (classifies ? 8 : 1)
                    : random.nextInt(5) < 2
                            && (classifies || !isClassified(field.getType()) || random.nextInt(20) == 0);
            if (required || given) {
                members.add(field.getName() + ": " + value(field.getType(), place.at(field.getName())));
            }
        }
        return String.join(" ", members);
    }

    /** Whether the one who makes the operation gives it, or nobody does. */
    private static boolean isGiven(GraphQLInputObjectField field, Place place, boolean required) {
        return place.name().isEmpty()
                && (List.of("id", "version").contains(field.getName())
                        || (field.getName().equals("reason") && !required));
    }

    private static boolean isListOfObjects(GraphQLType type) {
        return GraphQLTypeUtil.unwrapNonNull(type) instanceof GraphQLList
                && GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType;
    }

    private static boolean isClassified(GraphQLType type) {
        return GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLInputObjectType object
                && object.getField("value") != null
                && object.getField("label") != null;
    }

    private static boolean isLabel(GraphQLType type) {
        return ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(type)).getName().equals("LabelInput");
    }

    private String value(GraphQLInputType type, Place place) {
        return switch (type) {
            case GraphQLNonNull present -> value((GraphQLInputType) present.getWrappedType(), place);
            case GraphQLList list -> {
                List<String> elements = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    elements.add(value((GraphQLInputType) list.getWrappedType(), place));
                }
                yield "[" + String.join(" ", elements) + "]";
            }
            case GraphQLEnumType enumeration -> any(enumeration.getValues()).getName();
            case GraphQLInputObjectType object when isLabel(object) -> any(labels);
            case GraphQLInputObjectType object
            when object.getField("scheme") != null && object.getField("value") != null ->
                "{ scheme: NCAGE value: \"%05d\" }".formatted(random.nextInt(NAMES));
            case GraphQLInputObjectType object -> "{ " + members(object, place) + " }";
            case GraphQLScalarType scalar -> scalar(scalar.getName(), place);
            default -> throw new IllegalStateException("no values of " + type);
        };
    }

    private String scalar(String type, Place place) {
        return switch (type) {
            case "Int" -> String.valueOf(1 + random.nextInt(5));
            case "Float" -> random.nextInt(60) + ".5";
            case "Boolean" -> String.valueOf(random.nextBoolean());
            case "Decimal" -> "\"" + random.nextInt(60) + ".5\"";
            case "Date" ->
                "\"202" + random.nextInt(6) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10) + "\"";
            case "DateTime" -> "\"202" + random.nextInt(6) + "-02-03T04:05:06Z\"";
            case "Fraction" -> "\"1/" + (2 + random.nextInt(3)) + "\"";
            case "ID" -> "\"" + id(target(place)) + "\"";
            default -> "\"" + text(place.name()) + "\"";
        };
    }

    private String text(String name) {
        if (COUNTRY_FIELDS.contains(name)) {
            return any(COUNTRIES);
        }
        return any(TEXTS.getOrDefault(name, List.of("EXERCISE M" + random.nextInt(NAMES))));
    }

    /** The global id of a record of this type, or of one that does not exist. */
    String id(String type) {
        List<String> known = ids.getOrDefault(type, List.of());
        return ReferenceIds.of(type, known.isEmpty() || random.nextInt(10) == 0 ? ABSENT : any(known));
    }

    /** The type of the records that a field refers to: of the field of the same name, or the name itself. */
    private static String target(Place place) {
        String name = place.name().replaceFirst("^(add|remove)(?=[A-Z])", "");
        String field = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        GraphQLFieldDefinition read = place.record().getFieldDefinition(field);
        if (read == null) {
            return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        }
        GraphQLNamedType type = (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(read.getType());
        return type.getName().replaceFirst("Connection$", "");
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
