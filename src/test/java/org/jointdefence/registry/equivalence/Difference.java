package org.jointdefence.registry.equivalence;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the first place where two responses differ; the order of keys counts. */
final class Difference {
    private final OpaqueTexts opaque;

    Difference(OpaqueTexts opaque) {
        this.opaque = opaque;
    }

    Optional<String> between(Response expected, Response actual) {
        return expected.errors().equals(actual.errors())
                ? between("data", expected.data(), actual.data())
                : told("errors", expected.errors(), actual.errors());
    }

    private Optional<String> between(String path, @Nullable Object expected, @Nullable Object actual) {
        if (expected instanceof Map<?, ?> one && actual instanceof Map<?, ?> other) {
            List<?> keys = List.copyOf(one.keySet());
            return keys.equals(List.copyOf(other.keySet()))
                    ? keys.stream()
                            .map(key -> between(path + "." + key, one.get(key), other.get(key)))
                            .flatMap(Optional::stream)
                            .findFirst()
                    : told(path, keys, other.keySet());
        }
        if (expected instanceof List<?> one && actual instanceof List<?> other) {
            for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
                Optional<String> difference = between(path + "[" + i + "]", one.get(i), other.get(i));
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return one.size() == other.size() ? Optional.empty() : told(path + " in length", one, other);
        }
        if (expected instanceof String text && text.startsWith(OpaqueTexts.MARK) && actual instanceof String other) {
            return opaque.same(text, other) ? Optional.empty() : told(path, text, other);
        }
        return Objects.equals(expected, actual) ? Optional.empty() : told(path, expected, actual);
    }

    private static Optional<String> told(String path, @Nullable Object expected, @Nullable Object actual) {
        return Optional.of(path + "\n  expected: " + expected + "\n  but was:  " + actual);
    }
}
