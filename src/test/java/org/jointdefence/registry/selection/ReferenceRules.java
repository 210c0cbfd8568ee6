package org.jointdefence.registry.selection;

import java.util.Comparator;
import java.util.List;

/** What the registry has decided where no specification does. A planted fault decides one of them otherwise. */
class ReferenceRules {
    /** Nulls come last in both directions: the sign of comparing an absent value with a present one. */
    int absentWithPresent(boolean descending) {
        return 1;
    }

    /** Whether an absent value meets a comparison: it does not, and it does not make {@code not} unknown either. */
    boolean absentMeets(boolean underNot) {
        return false;
    }

    /** Whether an empty {@code or} holds. */
    boolean emptyOr() {
        return false;
    }

    /** Whether a text contains another, both given in lower case and as they are. */
    boolean contains(String text, String part, String lowerText, String lowerPart) {
        return lowerText.contains(lowerPart);
    }

    /** Of several links where one at most is shown: the highest label first, then the lowest id. */
    Comparator<ReferenceRow> links() {
        return Comparator.<ReferenceRow>comparingInt(link -> -label(link))
                .thenComparing(link -> (String) link.get("id"));
    }

    static int label(ReferenceRow link) {
        return link.get("label") instanceof Integer label ? label : 0;
    }

    /** What is linked more than once is shown once. */
    List<ReferenceRow> linked(List<ReferenceRow> rows) {
        return rows.stream().distinct().toList();
    }

    /** Whether the id, which decides between equals, goes down: as the last key does. */
    boolean idDescending(List<ReferenceOrder.Key> keys) {
        return !keys.isEmpty() && keys.getLast().descending();
    }

    /** Whether a page after the cursor's record can begin with that record. */
    boolean cursorIncluded() {
        return false;
    }

    int totalCount(List<ReferenceRow> matching, List<ReferenceRow> page) {
        return matching.size();
    }

    /** Whether records follow the page: more of those before the {@code before} cursor, or those from there on. */
    boolean hasNextPage(int end, int upper, int size) {
        return end < upper || upper < size;
    }

    /** Whether {@code first} and {@code last} exclude each other. */
    boolean eitherFirstOrLast() {
        return true;
    }

    /** Counts: the most frequent first. */
    int moreFrequent(int count, int other) {
        return Integer.compare(other, count);
    }

    /** The language of a text, by the suffix of its column. */
    String language(String asked) {
        return asked;
    }

    /** Whether {@code none} asks for absence. */
    boolean none(boolean some) {
        return !some;
    }
}
