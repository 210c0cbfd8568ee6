package org.jointdefence.registry.selection.statement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * An argument or a part of one. It has the current value, which decides the form of the SQL, and the source of the
 * value in later executions whose arguments have the same form.
 *
 * @param literal whether it contains no variable, so that it has this value in every execution
 * @param path the path in error messages: {@code where.and[0].legalName.eq}
 */
public record Argument(
        @Nullable Object value, Function<ExecutionArguments, @Nullable Object> source, boolean literal, String path) {
    public boolean isGiven() {
        return value != null;
    }

    /** The value in one execution. */
    Object value(ExecutionArguments execution) {
        return requireNonNull(source.apply(execution));
    }

    public Argument child(String name) {
        Object map = value instanceof Map<?, ?> values ? values.get(name) : null;
        return new Argument(
                map,
                execution -> ((Map<?, ?>) requireNonNull(source.apply(execution))).get(name),
                literal,
                path + "." + name);
    }

    /** The fields of an input object, in the order given. */
    public Map<String, Argument> children() {
        Map<String, Argument> children = new LinkedHashMap<>();
        ((Map<?, ?>) requireNonNull(value)).keySet().forEach(name -> children.put((String) name, child((String) name)));
        return children;
    }

    public List<Argument> elements() {
        List<?> values = (List<?>) requireNonNull(value);
        List<Argument> elements = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            int index = i;
            elements.add(new Argument(
                    values.get(i),
                    execution -> ((List<?>) requireNonNull(source.apply(execution))).get(index),
                    literal,
                    path + "[" + i + "]"));
        }
        return elements;
    }

    /** The value as text, in Normalization Form C. */
    public Parameter text() {
        return execution ->
                Texts.canonical(requireNonNull(source.apply(execution)).toString(), path);
    }

    /** The values as texts, in Normalization Form C. */
    public Parameter texts() {
        return execution -> {
            List<?> values = (List<?>) requireNonNull(source.apply(execution));
            String[] texts = new String[values.size()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = Texts.canonical(requireNonNull(values.get(i)).toString(), path + "[" + i + "]");
            }
            return texts;
        };
    }
}
