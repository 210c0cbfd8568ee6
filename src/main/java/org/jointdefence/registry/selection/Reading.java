package org.jointdefence.registry.selection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one response tells that is classified, each thing once. Its parts are array literals of PostgreSQL, all but the
 * first of the same length.
 */
public final class Reading {
    /**
     * One thing that was read.
     *
     * @param read the number of the way of reading, from 1
     * @param record the record's UUID; null for what concerns all records
     * @param label the number of the label; null for what was read under all labels at once
     */
    private record Entry(
            int read, @Nullable String record, @Nullable String label) {}

    /** An order of their own: that of the answer would tell an auditor how values compare. */
    private static final Comparator<Entry> ORDER = Comparator.comparingInt(Entry::read)
            .thenComparing(Entry::record, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Entry::label, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final Map<String, Integer> reads = new LinkedHashMap<>();

    private final List<Entry> entries = new ArrayList<>();
    private @Nullable List<Entry> each;

    /** The reading of one thing as a whole, such as {@code SELECT ReadLog}. */
    public static Reading of(String read) {
        Reading reading = new Reading();
        reading.add(read, null, null);
        return reading;
    }

    /** Adds something that was read in this way, such as {@code SELECT WeaponSystem.designation}. */
    void add(String read, @Nullable String record, @Nullable String label) {
        Integer number = reads.get(read);
        if (number == null) {
            number = reads.size() + 1;
            reads.put(read, number);
        }
        entries.add(new Entry(number, record, label));
        each = null;
    }

    /** Whether nothing was read. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The different ways of reading. */
    public String reads() {
        return reads.keySet().stream().map(read -> '"' + read + '"').collect(Collectors.joining(",", "{", "}"));
    }

    /** Which of the ways each thing was read in. */
    public String entryReads() {
        return literal(entry -> String.valueOf(entry.read()));
    }

    /** The records. */
    public String entryRecords() {
        return literal(Entry::record);
    }

    /** The labels. */
    public String entryLabels() {
        return literal(Entry::label);
    }

    /** The different labels among them, in one order: what the marking is made of. */
    public String labels() {
        return each().stream()
                .map(Entry::label)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
    }

    private String literal(Function<Entry, @Nullable String> part) {
        StringJoiner literal = new StringJoiner(",", "{", "}");
        for (Entry entry : each()) {
            String element = part.apply(entry);
            literal.add(element == null ? "NULL" : element);
        }
        return literal.toString();
    }

    private List<Entry> each() {
        if (each == null) {
            entries.sort(ORDER);
            each = entries.stream().distinct().toList();
        }
        return each;
    }
}
