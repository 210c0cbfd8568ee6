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

/** The classified content that one response discloses, each item once. */
public final class AccessRecord {
    /** The label number of a read under all labels at once. */
    public static final int ALL_LABELS = -1;

    /** The record id of a read that concerns all records. */
    public static final UUID ALL_RECORDS = new UUID(0, 0);

    private static final int ENTRY_LENGTH = Short.BYTES + 2 * Long.BYTES + Integer.BYTES;
    private static final int MOST_READS = 0xffff;

    /**
     * A record and the label under which it was read. Entries have an order of their own, because the order of the
     * response would tell an auditor how values compare.
     *
     * @param record the record's UUID, or {@link #ALL_RECORDS}
     * @param label the number of the label, or {@link #ALL_LABELS}
     */
    private record Entry(UUID record, int label) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            // In the order of texts, as in PostgreSQL; UUID itself compares the halves as signed numbers.
            int high = Long.compareUnsigned(record.getMostSignificantBits(), other.record.getMostSignificantBits());
            if (high != 0) {
                return high;
            }
            int low = Long.compareUnsigned(record.getLeastSignificantBits(), other.record.getLeastSignificantBits());
            return low != 0 ? low : Integer.compare(label, other.label);
        }
    }

    /** A use and the item that was read for it; the records are added later. */
    public static final class Read {
        private final String name;
        private final List<Entry> entries = new ArrayList<>();

        private Read(String name) {
            this.name = name;
        }

        /** Adds a record that was read, and the label under which it was read. */
        public void add(UUID record, int label) {
            entries.add(new Entry(record, label));
        }
    }

    private final Map<String, Read> reads = new LinkedHashMap<>();

    /** The read of one item as a whole, such as {@code SELECT ReadLog}. */
    public static AccessRecord of(String read) {
        AccessRecord record = new AccessRecord();
        record.read(read).add(ALL_RECORDS, ALL_LABELS);
        return record;
    }

    /**
     * A use and the item that was read for it, such as {@code SELECT WeaponSystem.designation}; omitted from the log
     * until a record is added.
     */
    public Read read(String name) {
        return reads.computeIfAbsent(name, Read::new);
    }

    /** The reads with at least one record, in the order of their numbers. */
    private List<Read> nonEmpty() {
        return reads.values().stream().filter(read -> !read.entries.isEmpty()).toList();
    }

    /** Whether nothing was read. */
    public boolean isEmpty() {
        return nonEmpty().isEmpty();
    }

    /** The distinct reads, as a PostgreSQL array literal. */
    String reads() {
        return nonEmpty().stream().map(read -> '"' + read.name + '"').collect(Collectors.joining(",", "{", "}"));
    }

    /** The distinct labels of all reads, from which the marking is computed. */
    BitSet labels() {
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
     * The entries, 22 bytes each, big-endian: the number of the read, from 1 (2 bytes); the UUID of the record, zeros
     * for all records (16); and the label, -1 for all labels at once (4).
     */
    byte[] entries() {
        List<Read> numbered = nonEmpty();
        if (numbered.size() > MOST_READS) {
            throw new IllegalStateException("a response has more different reads than can be numbered");
        }
        int most = numbered.stream().mapToInt(read -> read.entries.size()).sum();
        ByteBuffer packed = ByteBuffer.allocate(most * ENTRY_LENGTH);
        for (int i = 0; i < numbered.size(); i++) {
            pack(i + 1, numbered.get(i), packed);
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
