package org.jointdefence.registry.selection;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What one response tells that is classified, each thing once. */
public final class Reading {
    /** For what was read under all labels at once. */
    static final int ALL_LABELS = -1;

    /** For what concerns all records. */
    static final UUID ALL_RECORDS = new UUID(0, 0);

    private static final int ENTRY_LENGTH = Short.BYTES + 2 * Long.BYTES + Integer.BYTES;
    private static final int MOST_READS = 0xffff;

    /**
     * One thing that was read. Things have an order of their own: that of the answer would tell an auditor how values
     * compare.
     *
     * @param read the number of the read, from 1
     * @param record the record's UUID, or {@link #ALL_RECORDS}
     * @param label the number of the label, or {@link #ALL_LABELS}
     */
    private record Entry(int read, UUID record, int label) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            if (read != other.read) {
                return Integer.compare(read, other.read);
            }
            // As texts compare, and PostgreSQL; UUID itself takes the halves for signed numbers.
            int high = Long.compareUnsigned(record.getMostSignificantBits(), other.record.getMostSignificantBits());
            if (high != 0) {
                return high;
            }
            int low = Long.compareUnsigned(record.getLeastSignificantBits(), other.record.getLeastSignificantBits());
            return low != 0 ? low : Integer.compare(label, other.label);
        }
    }

    /** A use and what was read for it, of which nothing is told before something was. */
    final class Read {
        private final String name;
        private int number;

        private Read(String name) {
            this.name = name;
        }

        /** Adds a record that it was read of, and the label that it was read under. */
        void add(UUID record, int label) {
            if (number == 0) {
                number = reads.computeIfAbsent(name, unknown -> reads.size() + 1);
            }
            entries.add(new Entry(number, record, label));
            if (label != ALL_LABELS) {
                labels.set(label);
            }
        }
    }

    private final Map<String, Integer> reads = new LinkedHashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final BitSet labels = new BitSet();

    /** The reading of one thing as a whole, such as {@code SELECT ReadLog}. */
    public static Reading of(String read) {
        Reading reading = new Reading();
        reading.read(read).add(ALL_RECORDS, ALL_LABELS);
        return reading;
    }

    /** A use and what was read for it, such as {@code SELECT WeaponSystem.designation}. */
    Read read(String name) {
        return new Read(name);
    }

    /** Whether nothing was read. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The different reads, as an array literal of PostgreSQL. */
    public String reads() {
        return reads.isEmpty() ? "{}" : "{\"" + String.join("\",\"", reads.keySet()) + "\"}";
    }

    /** The different labels that something was read under: what the marking is made of. */
    public BitSet labels() {
        return (BitSet) labels.clone();
    }

    /**
     * What was read, 22 bytes each, big-endian: which of the reads, from 1 (2 bytes), the UUID of the record, zeros for
     * what concerns all records (16), and the label, -1 for what was read under all labels at once (4).
     */
    public byte[] entries() {
        if (reads.size() > MOST_READS) {
            throw new IllegalStateException("a response has more different reads than can be numbered");
        }
        Entry[] sorted = entries.toArray(Entry[]::new);
        Arrays.sort(sorted);
        ByteBuffer packed = ByteBuffer.allocate(sorted.length * ENTRY_LENGTH);
        Entry last = null;
        for (Entry entry : sorted) {
            if (last == null || entry.compareTo(last) != 0) {
                packed.putShort((short) entry.read)
                        .putLong(entry.record.getMostSignificantBits())
                        .putLong(entry.record.getLeastSignificantBits())
                        .putInt(entry.label);
            }
            last = entry;
        }
        return Arrays.copyOf(packed.array(), packed.position());
    }
}
