package org.jointdefence.registry.equivalence.reference;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of sorted rows.
 *
 * @param rows those on the page
 * @param hasPrevious whether there are rows before it, that of the {@code after} cursor included
 * @param hasNext whether there are rows behind it, that of the {@code before} cursor included
 */
record ReferencePage(List<ReferenceRow> rows, boolean hasPrevious, boolean hasNext) {
    static ReferencePage of(
            List<ReferenceRow> sorted,
            ReferenceOrder order,
            @Nullable ReferenceRow after,
            @Nullable ReferenceRow before,
            @Nullable Integer first,
            @Nullable Integer last,
            ReferenceRules rules) {
        int lower = 0;
        int upper = sorted.size();
        if (after != null) {
            lower = (int) sorted.stream()
                    .filter(row -> order.compare(row, after) < (rules.cursorIncluded() ? 0 : 1))
                    .count();
        }
        if (before != null) {
            upper = (int) sorted.stream()
                    .filter(row -> order.compare(row, before) < 0)
                    .count();
        }
        List<ReferenceRow> between = lower < upper ? sorted.subList(lower, upper) : List.of();
        if (last != null) {
            return new ReferencePage(
                    new ArrayList<>(between.subList(Math.max(0, between.size() - last), between.size())),
                    lower > 0 || upper - last > lower,
                    upper < sorted.size());
        }
        int size = first == null ? 20 : first;
        return new ReferencePage(
                new ArrayList<>(between.subList(0, Math.min(size, between.size()))),
                lower > 0,
                rules.hasNextPage(lower + size, upper, sorted.size()));
    }
}
