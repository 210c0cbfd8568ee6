package org.jointdefence.registry.selection;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * What a root field reads that can be classified. The ways of reading are known when the field is
 * compiled; of which records and under which labels, its rows tell. For callers who can read nothing classified it stays
 * empty, and their statements select nothing for it.
 */
final class Reads {
    /** How something was read. */
    enum Way {
        /** The value was shown. */
        SELECT,
        /** Records were chosen by it. */
        FILTER,
        /** Records were ordered by it. */
        ORDER,
        /** Records were counted. */
        COUNT,
        /** Records were counted by it. */
        GROUP,
        /** It was added up. */
        SUM,
        /** The record, or the link, is there. */
        PRESENCE;

        private String of(String what) {
            return name() + ' ' + what;
        }
    }

    /**
     * Read of each row of a statement.
     *
     * @param most how many rows of one key it is read of: the value of a row that is not shown is not told
     * @param record the column with the record's UUID; -1 for what concerns all records
     * @param labels the column with the number of the label, or with several between commas
     */
    private record OfRows(String read, Statement statement, int most, int record, int labels) {}

    private final boolean recorded;
    private final Set<OfRows> ofRows = new LinkedHashSet<>();
    private final Set<String> always = new LinkedHashSet<>();

    /**
     * @param recorded whether the caller can read anything that is to be recorded
     */
    Reads(boolean recorded) {
        this.recorded = recorded;
    }

    /** Whether the caller can read anything that is to be recorded. */
    boolean areRecorded() {
        return recorded;
    }

    /** Something is read whatever is found, nothing included. */
    void always(Way way, String what) {
        if (recorded) {
            always.add(way.of(what));
        }
    }

    /**
     * Something is read of each row.
     *
     * @param record an expression for the record's UUID; null for what concerns all records
     * @param labels an expression for the number of its label, or for several between commas
     */
    void ofRows(Way way, String what, Statement statement, @Nullable String record, String labels) {
        if (recorded) {
            ofRows.add(new OfRows(
                    way.of(what),
                    statement,
                    way == Way.SELECT ? statement.shown() : Integer.MAX_VALUE,
                    record == null ? -1 : statement.column(record),
                    statement.column(labels)));
        }
    }

    /** The records that the rows of a statement are, or are counted from, are read. */
    void presence(Concept concept, Statement statement) {
        if (concept.isRecorded()) {
            always(Way.SELECT, concept.name());
        } else if (concept.isRecord()) {
            ofRows(Way.PRESENCE, concept.name(), statement, "t.id", "t.label");
        }
    }

    /** A classified field of the records that the rows of a statement are is read. */
    void value(Way way, Concept concept, Classification classification, Statement statement) {
        ofRows(way, classification.of(concept), statement, "t.id", "t." + classification.labelColumn());
    }

    /** Adds what was really read to the reading; of an answer whose cursor points at nothing, only the attempt. */
    void collect(Answer answer, Reading reading) {
        always.forEach(read -> reading.add(read, null, null));
        if (!answer.cursorsHold()) {
            return;
        }
        for (OfRows each : ofRows) {
            for (byte[] @Nullable [] row : answer.first(each.statement(), each.most())) {
                byte[] labels = row[each.labels()];
                if (labels != null && !isPublic(labels)) {
                    byte[] record = each.record() < 0 ? null : row[each.record()];
                    add(each.read(), record == null ? null : text(record), text(labels), reading);
                }
            }
        }
    }

    private static void add(String read, @Nullable String record, String labels, Reading reading) {
        if (labels.indexOf(',') < 0) {
            reading.add(read, record, labels);
        } else {
            for (String label : labels.split(",", -1)) {
                reading.add(read, record, label);
            }
        }
    }

    /** The public label, or none at all, is no news. */
    private static boolean isPublic(byte[] labels) {
        return labels.length == 0 || (labels.length == 1 && labels[0] == '0');
    }

    private static String text(byte[] value) {
        return new String(value, ISO_8859_1);
    }
}
