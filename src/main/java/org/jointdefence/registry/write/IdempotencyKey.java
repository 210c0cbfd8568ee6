package org.jointdefence.registry.write;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jointdefence.registry.audit.RequestContext;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.plan.CoercedOperation;
import org.jointdefence.registry.write.model.InputNames;
import org.jspecify.annotations.Nullable;

/**
 * The key with which a client may repeat a mutation operation after a lost answer: the header {@code Idempotency-Key}, or the
 * argument for clients that cannot set headers.
 *
 * @param value as the client sent it; {@link #of} checks it
 */
public record IdempotencyKey(String value) {
    private static final Pattern VALUE = Pattern.compile("[\\x21-\\x7e]{1,100}");

    /**
     * The key of an operation; null if it has none.
     *
     * @param header the value of the header
     * @param arguments the coerced arguments of its root fields
     * @throws ClientError if a key is malformed, or if there are different ones
     */
    static @Nullable IdempotencyKey of(@Nullable IdempotencyKey header, List<Map<String, Object>> arguments) {
        Set<String> values = new LinkedHashSet<>();
        if (header != null) {
            values.add(header.value());
        }
        arguments.forEach(given -> {
            if (given.get(InputNames.IDEMPOTENCY_KEY) instanceof String value) {
                values.add(value);
            }
        });
        if (values.size() > 1) {
            throw ClientError.badInput(
                    "An operation has one `" + InputNames.IDEMPOTENCY_KEY + "`, which all its fields share.");
        }
        if (values.isEmpty()) {
            return null;
        }
        String value = values.iterator().next();
        if (!VALUE.matcher(value).matches()) {
            throw ClientError.badInput("`" + InputNames.IDEMPOTENCY_KEY
                    + "` is not a key: 1 to 100 printable characters of ASCII, without blanks");
        }
        return new IdempotencyKey(value);
    }

    /** All that decides what an operation writes, as a text that no other operation has. */
    static String request(CoercedOperation operation, RequestContext requestContext) {
        StringBuilder text = new StringBuilder();
        append(text, requestContext.documentHash());
        append(text, operation.definition().getName());
        append(text, operation.variables().toMap());
        return text.toString();
    }

    /** Each value with its length, so that none can pass for the beginning of another. */
    private static void append(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                text.append('{').append(map.size());
                map.forEach((name, each) -> {
                    append(text, name);
                    append(text, each);
                });
            }
            case List<?> list -> {
                text.append('[').append(list.size());
                list.forEach(each -> append(text, each));
            }
            case null -> text.append('-');
            default -> {
                String plain = value.toString();
                text.append(' ').append(plain.length()).append(':').append(plain);
            }
        }
    }
}
