package org.jointdefence.registry.audit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What one response tells that is classified, each thing once. */
public final class AccessRecord {
    /** For what was read under all labels at once. */
    public static final int ALL_LABELS = -1;

    /** For what concerns all records. */
    public static final UUID ALL_RECORDS = new UUID(0, 0);

    private static final int ENTRY_LENGTH = Short.BYTES + 2 * Long.BYTES + Integer.BYTES;
    private static final int MOST_READS = 0xffff;

    /**
     * A record that something was read of, and the label that it was read under. Entries have an order of their own: that
     * of the answer would tell an auditor how values compare.
     *
     * @param record the record's UUID, or {@link #ALL_RECORDS}
     * @param label the number of the label, or {@link #ALL_LABELS}
     */
    private record Entry(UUID record, int label) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            // As texts compare, and PostgreSQL; UUID itself takes the halves for signed numbers.
            int high = Long.compareUnsigned(record.getMostSignificantBits(), other.record.getMostSignificantBits());
            if (high != 0) {
                return high;
            }
            int low = Long.compareUnsigned(record.getLeastSignificantBits(), other.record.getLeastSignificantBits());
            return low != 0 ? low : Integer.compare(label, other.label);
        }
    }

    /** A use and what was read for it; of which records, is to be added. */
    public static final class Read {
        private final String name;
        private final List<Entry> entries = new ArrayList<>();

        private Read(String name) {
            this.name = name;
        }

        /** Adds a record that it was read of, and the label that it was read under. */
        public void add(UUID record, int label) {
            entries.add(new Entry(record, label));
        }
    }

    private final Map<String, Read> reads = new LinkedHashMap<>();

    /** The reading of one thing as a whole, such as {@code SELECT ReadLog}. */
    public static AccessRecord of(String read) {
        AccessRecord reading = new AccessRecord();
        reading.read(read).add(ALL_RECORDS, ALL_LABELS);
        return reading;
    }

    /** A use and what was read for it, such as {@code SELECT WeaponSystem.designation}; told once something was. */
    public Read read(String name) {
        return reads.computeIfAbsent(name, Read::new);
    }

    /** The reads that something was read by, in the order of their numbers. */
    private List<Read> told() {
        return reads.values().stream().filter(read -> !read.entries.isEmpty()).toList();
    }

    /** Whether nothing was read. */
    public boolean isEmpty() {
        return told().isEmpty();
    }

    /** The different reads, as an array literal of PostgreSQL. */
    public String reads() {
        return told().stream().map(read -> '"' + read.name + '"').collect(Collectors.joining(",", "{", "}"));
    }

    /** The different labels that something was read under: what the marking is made of. */
    public BitSet labels() {
        BitSet labels = new BitSet();
        for (Read read : reads.values()) {
            for (Entry entry : read.entries) {
                if (entry.label != ALL_LABELS) {
                    labels.set(entry.label);
                }
            }
        }
        return labels;
    }

    /**
     * What was read, 22 bytes each, big-endian: which of the reads, from 1 (2 bytes), the UUID of the record, zeros for
     * what concerns all records (16), and the label, -1 for what was read under all labels at once (4).
     */
    public byte[] entries() {
        List<Read> told = told();
        if (told.size() > MOST_READS) {
            throw new IllegalStateException("a response has more different reads than can be numbered");
        }
        int most = told.stream().mapToInt(read -> read.entries.size()).sum();
        ByteBuffer packed = ByteBuffer.allocate(most * ENTRY_LENGTH);
        for (int i = 0; i < told.size(); i++) {
            pack(i + 1, told.get(i), packed);
        }
        return Arrays.copyOf(packed.array(), packed.position());
    }

    private static void pack(int number, Read read, ByteBuffer packed) {
        read.entries.sort(null);
        Entry last = null;
        for (Entry entry : read.entries) {
            if (last == null || entry.compareTo(last) != 0) {
                packed.putShort((short) number)
                        .putLong(entry.record.getMostSignificantBits())
                        .putLong(entry.record.getLeastSignificantBits())
                        .putInt(entry.label);
            }
            last = entry;
        }
    }
}
