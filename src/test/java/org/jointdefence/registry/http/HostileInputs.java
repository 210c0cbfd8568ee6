package org.jointdefence.registry.http;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Values at random for input types: some fit, most do not. Each is a text that is JSON and, but for names of fields, GraphQL. */
final class HostileInputs {

    /** What is hostile of itself, wherever it stands. */
    static final List<String> ATOMS = Stream.of(
                    Stream.of("null", "true", "false", "0", "-0", "1", "-1", "20", "101", "2147483647", "2147483648"),
                    Stream.of("-2147483649", "9007199254740993", "99999999999999999999", "1" + "0".repeat(99)),
                    Stream.of("0.1", "-0.0", "1.0", "1e3", "1e400", "1e-400", "1e1000", "1e-1000", "1E+999", "5e-324"),
                    Stream.of("[]", "[[]]", "[null]", "[[[[]]]]", "[{}]", "{}", "[\"x\"]", "[1,\"x\",true,null,[],{}]"),
                    Stream.of("[" + "[".repeat(40) + "]".repeat(40) + "]", "[" + "0,".repeat(998) + "0]"),
                    Stream.of(
                                    "",
                                    " ",
                                    "x",
                                    "0",
                                    "-0",
                                    "1e2147483648",
                                    "1e-2147483648",
                                    "1e99999999999",
                                    "NaN",
                                    "Infinity",
                                    "null",
                                    "true",
                                    "\\u0661\\u0662",
                                    "\\u0000",
                                    "a\\u0000b",
                                    "\\ud800",
                                    "\\udc00\\ud800",
                                    "\\ud83d\\ude00",
                                    "\\uffff",
                                    "\\ufeffx",
                                    "e\\u0307",
                                    "a" + "\\u0301\\u0323".repeat(200),
                                    "\\ufdfa".repeat(200),
                                    "\\u202e\\u200d\\u001f\\u007f",
                                    "%",
                                    "_%\\\\",
                                    "\\\\",
                                    "\\\"",
                                    "'; DROP TABLE vault.label; --",
                                    "${jndi:ldap://x}",
                                    "{0} %s %n",
                                    "\\n\\r\\t",
                                    "x".repeat(20_000),
                                    "\\u0416".repeat(5_000),
                                    "9".repeat(5_000),
                                    "2024-02-29",
                                    "2025-02-29",
                                    "0000-00-00",
                                    "0001-01-01",
                                    "9999-12-31",
                                    "10000-01-01",
                                    "infinity",
                                    "2025-02-24T09:30:00Z",
                                    "2025-02-24T09:30:00.1234567Z",
                                    "0001-01-01T00:00:00+18:00",
                                    "9999-12-31T23:59:59.999999Z",
                                    "9999-12-31T23:59:59-18:00",
                                    "2/3",
                                    "1/0",
                                    "999999999/999999999",
                                    "Europe/Kyiv",
                                    "Etc/GMT+12",
                                    "SystemV/PST8",
                                    "../../etc/passwd",
                                    "LT",
                                    "EUR",
                                    "\\u0130",
                                    "lt\\u00df\\u1e9e",
                                    "UGFydG5lckZpcm06OTQ4Mjc3NmItY2RjMi00NDNjLTg0NTctMWExYWY4YzZjNDA1",
                                    "Q291bnRyeTpMVA",
                                    "AAAA",
                                    "A".repeat(2_000))
                            .map(text -> "\"" + text + "\""))
            .flatMap(atoms -> atoms)
            .toList();

    private static final int DEEPEST = 6;

    private final Random random;

    HostileInputs(Random random) {
        this.random = random;
    }

    /** A value for a type, or one in its place. */
    String value(GraphQLInputType type) {
        return value(type, 0);
    }

    private String value(GraphQLType type, int depth) {
        if (random.nextInt(8) == 0 || depth > DEEPEST) {
            return one(ATOMS);
        }
        return switch (type) {
            case GraphQLNonNull nonNull -> value(nonNull.getWrappedType(), depth);
            case GraphQLList list -> list(list.getWrappedType(), depth);
            case GraphQLInputObjectType object -> object(object, depth);
            case GraphQLEnumType enumeration ->
                "\""
                        + one(enumeration.getValues().stream()
                                .map(GraphQLEnumValueDefinition::getName)
                                .toList()) + "\"";
            default -> fitting(((GraphQLNamedType) type).getName());
        };
    }

    private String list(GraphQLType element, int depth) {
        List<String> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            elements.add(value(element, depth + 1));
        }
        return random.nextInt(6) == 0 ? elements.getFirst() : "[" + String.join(",", elements) + "]";
    }

    private String object(GraphQLInputObjectType type, int depth) {
        List<GraphQLInputObjectField> fields = new ArrayList<>(type.getFieldDefinitions());
        Collections.shuffle(fields, random);
        List<String> members = new ArrayList<>();
        for (GraphQLInputObjectField field : fields.subList(0, Math.min(fields.size(), 1 + random.nextInt(3)))) {
            members.add("\"" + field.getName() + "\":" + value(field.getType(), depth + 1));
        }
        if (random.nextInt(20) == 0) {
            members.add("\"unknown\":" + one(ATOMS));
        }
        return "{" + String.join(",", members) + "}";
    }

    /** What such a scalar might take, now and then. */
    private String fitting(String scalar) {
        if (random.nextInt(3) == 0) {
            return one(ATOMS);
        }
        return switch (scalar) {
            case "Int" -> one(List.of("0", "1", "20", "100", "2147483647", "-1"));
            case "Boolean" -> one(List.of("true", "false"));
            case "Decimal" -> one(List.of("\"1.50\"", "\"-1e100\"", "1e2", "\"0." + "9".repeat(99) + "\""));
            case "PartialDate" -> one(List.of("\"2025\"", "\"2025-02\"", "\"2025-02-24\"", "\"9999-12-31\""));
            case "Date" -> one(List.of("\"2025-02-24\"", "\"0001-01-01\"", "\"9999-12-31\""));
            case "DateTime" -> one(List.of("\"2025-02-24T09:30:00+02:00\"", "\"0001-01-01T00:00:00Z\""));
            case "Fraction" -> one(List.of("\"1/3\"", "\"999999999/1\""));
            default -> one(List.of("\"a\"", "\"LT\"", "\"%\"", "\"\\u0456\""));
        };
    }

    /** The value as it stands in a document. */
    static String literal(String json, GraphQLInputType type) {
        boolean enumerated = GraphQLTypeUtil.unwrapAll(type) instanceof GraphQLEnumType;
        String unquoted = json.replaceAll("\"(\\w+)\":", "$1:");
        return enumerated ? unquoted.replaceAll("\"([A-Z_]+)\"", "$1") : unquoted;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
