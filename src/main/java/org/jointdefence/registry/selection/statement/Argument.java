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
 * @param path the path in error messages: {@code where.and[0].legalName.eq}
 */
public record Argument(@Nullable Object value, Function<ExecutionArguments, @Nullable Object> source, String path) {
    /** The arguments of the field that is the compiler's {@code site}th argument source. */
    public static Argument of(Map<String, Object> values, int site) {
        return new Argument(values, binding -> binding.arguments().get(site), "");
    }

    public boolean isGiven() {
        return value != null;
    }

    /** The value in one execution. */
    Object value(ExecutionArguments binding) {
        return requireNonNull(source.apply(binding));
    }

    public Argument child(String name) {
        Object map = value instanceof Map<?, ?> values ? values.get(name) : null;
        return new Argument(
                map,
                binding -> ((Map<?, ?>) requireNonNull(source.apply(binding))).get(name),
                path.isEmpty() ? name : path + "." + name);
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
                    binding -> ((List<?>) requireNonNull(source.apply(binding))).get(index),
                    path + "[" + i + "]"));
        }
        return elements;
    }

    /** The value as text, in Normalization Form C. */
    public Parameter text() {
        return binding -> Texts.canonical(requireNonNull(source.apply(binding)).toString(), path);
    }

    /** The values as texts, in Normalization Form C. */
    public Parameter texts() {
        return binding -> {
            List<?> values = (List<?>) requireNonNull(source.apply(binding));
            String[] texts = new String[values.size()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = Texts.canonical(requireNonNull(values.get(i)).toString(), path + "[" + i + "]");
            }
            return texts;
        };
    }
}
