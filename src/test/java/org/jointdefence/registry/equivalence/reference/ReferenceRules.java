package org.jointdefence.registry.equivalence.reference;

import java.util.Comparator;
import java.util.List;

/** What the registry has decided where no specification does. A planted fault decides one of them otherwise. */
public class ReferenceRules {
    /** Nulls come last in both directions: the sign of comparing an absent value with a present one. */
    public int absentWithPresent(boolean descending) {
        return 1;
    }

    /** Whether an absent value meets a comparison: it does not, and it does not make {@code not} unknown either. */
    public boolean absentMeets(boolean underNot) {
        return false;
    }

    /** Whether an empty {@code or} holds. */
    public boolean emptyOr() {
        return false;
    }

    /** Whether a text contains another, both given in lower case and as they are. */
    public boolean contains(String text, String part, String lowerText, String lowerPart) {
        return lowerText.contains(lowerPart);
    }

    /** Of several links where one at most is shown: the highest label first, then the lowest id. */
    public Comparator<ReferenceRow> links() {
        return Comparator.<ReferenceRow>comparingInt(link -> -label(link))
                .thenComparing(link -> (String) link.get("id"));
    }

    public static int label(ReferenceRow link) {
        return link.get("label") instanceof Integer label ? label : 0;
    }

    /** What is linked more than once is shown once. */
    public List<ReferenceRow> linked(List<ReferenceRow> rows) {
        return rows.stream().distinct().toList();
    }

    /** Whether the id, which decides between equals, goes down: as the last key does. */
    public boolean idDescending(List<ReferenceOrder.Key> keys) {
        return !keys.isEmpty() && keys.getLast().descending();
    }

    /** Whether a page after the cursor's record can begin with that record. */
    public boolean cursorIncluded() {
        return false;
    }

    public int totalCount(List<ReferenceRow> matching, List<ReferenceRow> page) {
        return matching.size();
    }

    /** Whether records follow the page: more of those before the {@code before} cursor, or those from there on. */
    public boolean hasNextPage(int end, int upper, int size) {
        return end < upper || upper < size;
    }

    /** Whether {@code first} and {@code last} exclude each other. */
    public boolean eitherFirstOrLast() {
        return true;
    }

    /** Counts: the most frequent first. */
    public int moreFrequent(int count, int other) {
        return Integer.compare(other, count);
    }

    /** The language of a text, by the suffix of its column. */
    public String language(String asked) {
        return asked;
    }

    /** Whether {@code none} asks for absence. */
    public boolean none(boolean some) {
        return !some;
    }
}
