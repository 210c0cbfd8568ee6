package org.jointdefence.registry.selection;

import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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

    /** Which record something is read of. */
    enum Whose {
        /** The one that the row is. */
        ROW,
        /** The one that the row belongs to, by whose UUID it was found. */
        PARENT,
        /** It concerns all records. */
        ALL
    }

    /**
     * Read of each row of a statement.
     *
     * @param most how many rows of one key it is read of: the value of a row that is not shown is not told
     * @param id the column with the row's UUID; -1 if that is not needed
     * @param labels the column with the number of the label, or with several between commas
     */
    private record OfRows(String way, Statement statement, int most, Whose whose, int id, int labels) {}

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
     * @param labels an expression for the number of its label, or for several between commas
     */
    void ofRows(Way way, String what, Statement statement, Whose whose, String labels) {
        if (recorded) {
            ofRows.add(new OfRows(
                    way.of(what),
                    statement,
                    way == Way.SELECT ? statement.shown() : Integer.MAX_VALUE,
                    whose,
                    whose == Whose.ROW ? statement.column("t.id") : -1,
                    statement.column(labels)));
        }
    }

    /** The records that the rows of a statement are, or are counted from, are read. */
    void presence(Concept concept, Statement statement) {
        if (concept.isRecorded()) {
            always(Way.SELECT, concept.name());
        } else if (concept.isRecord()) {
            ofRows(Way.PRESENCE, concept.name(), statement, Whose.ROW, "t.label");
        }
    }

    /** A classified field of the records that the rows of a statement are is read. */
    void value(Way way, Concept concept, Classification classification, Statement statement) {
        ofRows(way, classification.of(concept), statement, Whose.ROW, "t." + classification.labelColumn());
    }

    /** Adds what was really read to the reading; of an answer whose cursor points at nothing, only the attempt. */
    void collect(Answer answer, Reading reading) {
        always.forEach(way -> reading.way(way).add(Reading.ALL_RECORDS, Reading.ALL_LABELS));
        if (answer.cursorsHold()) {
            for (OfRows each : ofRows) {
                if (answer.has(each.statement())) {
                    collect(each, answer.rows(each.statement()), reading.way(each.way()));
                }
            }
        }
    }

    private static void collect(OfRows read, Rows rows, Reading.Way way) {
        rows.forEach(read.most(), (key, row) -> {
            byte[] labels = row[read.labels()];
            if (labels != null && !isPublic(labels)) {
                UUID record =
                        switch (read.whose()) {
                            case ROW -> uuid(row[read.id()]);
                            case PARENT -> UUID.fromString(Objects.requireNonNull(key));
                            case ALL -> Reading.ALL_RECORDS;
                        };
                addEach(labels, record, way);
            }
        });
    }

    /** The public label, or none at all, is no news. */
    private static boolean isPublic(byte[] labels) {
        return labels.length == 0 || (labels.length == 1 && labels[0] == '0');
    }

    /** Takes the numbers apart, of which several have commas between them. */
    private static void addEach(byte[] labels, UUID record, Reading.Way way) {
        int number = 0;
        for (byte digit : labels) {
            if (digit == ',') {
                way.add(record, number);
                number = 0;
            } else {
                number = number * 10 + digit - '0';
            }
        }
        way.add(record, number);
    }

    private static UUID uuid(byte @Nullable [] id) {
        return UUID.fromString(new String(Objects.requireNonNull(id), ISO_8859_1));
    }
}
