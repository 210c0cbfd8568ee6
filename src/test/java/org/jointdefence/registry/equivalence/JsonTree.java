package org.jointdefence.registry.equivalence;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.selection.json.CompletedJson;
import org.jspecify.annotations.Nullable;

/** Reads answers into plain maps and lists, JSON that is complete already included, and keeps the order of keys. */
final class JsonTree {
    private JsonTree() {}

    static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case CompletedJson json -> parse(json);
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> tree = new LinkedHashMap<>();
                map.forEach((key, child) -> tree.put((String) key, of(child)));
                yield tree;
            }
            case List<?> list -> {
                List<@Nullable Object> tree = new ArrayList<>();
                list.forEach(child -> tree.add(of(child)));
                yield tree;
            }
            case Integer number -> new BigDecimal(number);
            case null, default -> value;
        };
    }

    private static @Nullable Object parse(CompletedJson json) {
        try (JsonParser parser =
                Json.createParser(new ByteArrayInputStream(json.buffer(), json.offset(), json.length()))) {
            Object tree = read(parser, parser.next());
            if (parser.hasNext()) {
                throw new IllegalStateException("more than one value");
            }
            return tree;
        }
    }

    private static @Nullable Object read(JsonParser parser, JsonParser.Event event) {
        return switch (event) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> tree = new LinkedHashMap<>();
                for (JsonParser.Event key = parser.next(); key != JsonParser.Event.END_OBJECT; key = parser.next()) {
                    String name = parser.getString();
                    if (tree.containsKey(name)) {
                        throw new IllegalStateException("two values for " + name);
                    }
                    tree.put(name, read(parser, parser.next()));
                }
                yield tree;
            }
            case START_ARRAY -> {
                List<@Nullable Object> tree = new ArrayList<>();
                for (JsonParser.Event next = parser.next(); next != JsonParser.Event.END_ARRAY; next = parser.next()) {
                    tree.add(read(parser, next));
                }
                yield tree;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER -> parser.getBigDecimal();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw new IllegalStateException("no value: " + event);
        };
    }
}
