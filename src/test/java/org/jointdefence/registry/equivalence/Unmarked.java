package org.jointdefence.registry.equivalence;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.equivalence.document.RandomDocument;
import org.jspecify.annotations.Nullable;

/** An answer without a marking tells a cleared caller what it tells everybody. */
final class Unmarked {
    /** What differs for each caller and is not of the record: who they are, and cursors, which are sealed for one. */
    private static final String CALLER = "viewer";

    private static final String CURSOR = OpaqueTexts.MARK + "cursor|";

    private Unmarked() {}

    static boolean needsCheck(RandomDocument document, Caller caller, Response actual) {
        return caller.isRecorded()
                && actual.marking() == null
                && actual.errors().isEmpty()
                && document.cursors().isEmpty()
                && !document.text().contains(CALLER);
    }

    /** What a caller is told without a marking and the public is not. */
    static Optional<String> difference(Response everybody, Response told) {
        return !everybody.errors().isEmpty() || same(everybody.data(), told.data())
                ? Optional.empty()
                : Optional.of("a missing marking\n  everybody: " + everybody.data() + "\n  told:      " + told.data());
    }

    private static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> others) {
            return map.keySet().equals(others.keySet())
                    && map.keySet().stream().allMatch(key -> same(map.get(key), others.get(key)));
        }
        if (one instanceof List<?> list && other instanceof List<?> others) {
            return list.size() == others.size()
                    && java.util.stream.IntStream.range(0, list.size()).allMatch(i -> same(list.get(i), others.get(i)));
        }
        return Objects.equals(one, other)
                || (one instanceof String text
                        && other instanceof String another
                        && text.startsWith(CURSOR)
                        && another.startsWith(CURSOR));
    }
}
