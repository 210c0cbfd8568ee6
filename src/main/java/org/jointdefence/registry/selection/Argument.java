package org.jointdefence.registry.selection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jointdefence.registry.Refusal;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * An argument, or a part of one: its value now, which decides the shape of the SQL, and where its value will be found
 * in the arguments of the next run, whose shape is the same.
 */
record Argument(@Nullable Object value, Function<Binding, @Nullable Object> source) {
    /** The arguments of the field that is the compiler's {@code site}th. */
    static Argument of(Map<String, Object> values, int site) {
        return new Argument(values, binding -> binding.arguments().get(site));
    }

    boolean isGiven() {
        return value != null;
    }

    Argument child(String name) {
        Object map = value instanceof Map<?, ?> values ? values.get(name) : null;
        return new Argument(map, binding -> ((Map<?, ?>) requireNonNull(source.apply(binding))).get(name));
    }

    /** The fields of an input object, in the order in which they were given. */
    Map<String, Argument> children() {
        Map<String, Argument> children = new LinkedHashMap<>();
        ((Map<?, ?>) requireNonNull(value)).keySet().forEach(name -> children.put((String) name, child((String) name)));
        return children;
    }

    List<Argument> elements() {
        List<?> values = (List<?>) requireNonNull(value);
        List<Argument> elements = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            int index = i;
            elements.add(new Argument(
                    values.get(i), binding -> ((List<?>) requireNonNull(source.apply(binding))).get(index)));
        }
        return elements;
    }

    /** The value as text. */
    Parameter text() {
        return binding -> text(requireNonNull(source.apply(binding)));
    }

    /** The values as texts. */
    Parameter texts() {
        return binding -> ((List<?>) requireNonNull(source.apply(binding)))
                .stream().map(Argument::text).toArray(String[]::new);
    }

    private static String text(Object value) {
        String text = value.toString();
        if (text.indexOf('\0') >= 0) {
            throw Refusal.badInput("a text cannot contain the character U+0000");
        }
        return text;
    }
}
