package org.jointdefence.registry.selection.access;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jointdefence.registry.audit.AccessRecord;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.selection.order.SortKey;
import org.jointdefence.registry.selection.statement.RootRows;
import org.jointdefence.registry.selection.statement.RowSource;
import org.jointdefence.registry.selection.statement.Rows;
import org.jointdefence.registry.selection.statement.Statement;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * What a root field reads that can be classified. The ways of reading are known when the field is
 * compiled; of which records and under which labels, its rows tell. For callers who can read nothing classified it stays
 * empty, and their statements select nothing for it.
 */
public final class AccessDeclaration {
    /** What something was read for. */
    public enum Use {
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
     * @param read the use and what was read, such as {@code SELECT WeaponSystem.designation}
     * @param shown whether it is read of the rows that are shown only: the value of one that is not is not told
     * @param id the column with the row's UUID; -1 if that is not needed
     * @param labels the column with the number of the label, or with several between commas; null in what is public
     */
    private record OfRows(String read, boolean shown, Whose whose, int id, int labels) {}

    private final boolean recorded;
    private final Map<Statement, Set<OfRows>> ofRows = new LinkedHashMap<>();
    private final Set<String> always = new LinkedHashSet<>();

    /**
     * @param recorded whether the caller can read anything that is to be recorded
     */
    public AccessDeclaration(boolean recorded) {
        this.recorded = recorded;
    }

    /** Whether the caller can read anything that is to be recorded. */
    public boolean areRecorded() {
        return recorded;
    }

    /** Something is read whatever is found, nothing included. */
    public void always(Use use, String what) {
        if (recorded) {
            always.add(use.of(what));
        }
    }

    /**
     * Something is read of each row.
     *
     * @param labels an expression for the number of its label, or for several between commas; null for what is public
     */
    public void ofRows(Use use, String what, Statement statement, Whose whose, String labels) {
        if (recorded) {
            ofRows.computeIfAbsent(statement, unknown -> new LinkedHashSet<>())
                    .add(new OfRows(
                            use.of(what),
                            use == Use.SELECT,
                            whose,
                            whose == Whose.ROW ? statement.column("t.id") : -1,
                            statement.column(labels)));
        }
    }

    /**
     * The records that the rows of a statement are, or are counted from, are read.
     *
     * @param known a column with a reference to a record whose presence is declared already; null if there is none
     */
    public void presence(EntityType entityType, Statement statement, @Nullable String known) {
        if (entityType.isRecorded()) {
            always(Use.SELECT, entityType.name());
        } else if (entityType.isRecord()) {
            String labels = Sensitivity.ofRow(Sensitivity.presence(entityType, "t", known));
            ofRows(Use.PRESENCE, entityType.name(), statement, Whose.ROW, labels);
        }
    }

    /** The links that lead to the rows of a statement are read, and rows with a label that are no records. */
    public void links(RowSource source, Statement statement) {
        EntityType entityType = source.entityType();
        if (entityType.isLabelled() && !entityType.isRecord()) {
            ofRows(Use.SELECT, source.place(), statement, owners(source), Sensitivity.unlessPublic("t.label"));
        }
        Attribute.Association association = source.association();
        if (association != null && association.path() instanceof Attribute.Path.ByLink link) {
            String label = link.single()
                    ? "(SELECT l.label FROM " + link.link() + " l WHERE l." + link.from()
                            + " = p.k ORDER BY l.label DESC, l.id LIMIT 1)"
                    : "l.label";
            ofRows(Use.PRESENCE, source.place(), statement, owners(source), Sensitivity.unlessPublic(label));
        }
    }

    /** The links that lead to what a statement counts are read. */
    public void countedLinks(RowSource source, Statement statement) {
        Attribute.Path.ByLink link = source.severalLinks();
        if (link != null) {
            String labels = "(SELECT string_agg(DISTINCT l.label::text, ',') FROM " + link.link() + " l WHERE l."
                    + link.from() + " = p.k AND l.label <> 0)";
            ofRows(Use.COUNT, source.place(), statement, owners(source), labels);
        }
    }

    /** Whose the links are that lead to its rows: a record's, unless what they start from has a code for an id. */
    public static Whose owners(RowSource source) {
        Attribute.Association association = source.association();
        return association != null && association.keyType().equals("uuid") ? Whose.PARENT : Whose.ALL;
    }

    /** The records that the rows of a statement are were ordered by a field of their own. */
    public void order(SortKey key, EntityType entityType, Statement statement) {
        if (key.through() == null) {
            value(Use.ORDER, entityType, key.column(), statement);
        }
    }

    /** A field of the records that the rows of a statement are is read. */
    public void value(Use use, EntityType entityType, Attribute member, Statement statement) {
        Sensitivity.of(entityType, member)
                .forEach(reading -> ofRows(use, reading.what(), statement, Whose.ROW, reading.ofRow("t")));
    }

    /** What is declared: uses and what is read, and whose it is where the rows that are found decide of it. */
    Set<String> declared() {
        Set<String> declared = new LinkedHashSet<>(always);
        ofRows.values().forEach(reads -> reads.forEach(read -> declared.add(read.read() + ' ' + read.whose())));
        return declared;
    }

    /** Adds what was really read to the reading. */
    public void collect(RootRows found, AccessRecord reading) {
        always.forEach(read -> reading.read(read).add(AccessRecord.ALL_RECORDS, AccessRecord.ALL_LABELS));
        ofRows.forEach((statement, reads) -> {
            if (found.reached(statement)) {
                int shown = found.shown(statement.page(), Integer.MAX_VALUE);
                found.rows(statement).forEach(new Collector(reads, shown, reading));
            }
        });
    }

    /** Adds what was read of the rows of one statement. Of each row and parent the UUID is parsed once, and only if needed. */
    private static final class Collector implements Rows.Visitor {
        private final OfRows[] ofRows;
        private final int shown;
        private final AccessRecord.Read[] reads;
        private @Nullable UUID own;
        private @Nullable String key;
        private @Nullable UUID parent;

        Collector(Set<OfRows> ofRows, int shown, AccessRecord reading) {
            this.shown = shown;
            this.ofRows = ofRows.toArray(OfRows[]::new);
            this.reads = ofRows.stream().map(each -> reading.read(each.read())).toArray(AccessRecord.Read[]::new);
        }

        @Override
        public void visit(@Nullable String rowKey, int number, byte[] @Nullable [] row) {
            own = null;
            for (int i = 0; i < ofRows.length; i++) {
                OfRows each = ofRows[i];
                byte[] labels = row[each.labels()];
                if ((number < shown || !each.shown()) && labels != null) {
                    UUID record =
                            switch (each.whose()) {
                                case ROW -> own(row[each.id()]);
                                case PARENT -> parent(Objects.requireNonNull(rowKey));
                                case ALL -> AccessRecord.ALL_RECORDS;
                            };
                    addEach(labels, record, reads[i]);
                }
            }
        }

        private UUID own(byte @Nullable [] id) {
            if (own == null) {
                own = uuid(id);
            }
            return own;
        }

        private UUID parent(String rowKey) {
            if (parent == null || !rowKey.equals(key)) {
                key = rowKey;
                parent = uuid(rowKey);
            }
            return parent;
        }
    }

    /** Takes the numbers apart, of which several have commas between them. */
    private static void addEach(byte[] labels, UUID record, AccessRecord.Read read) {
        int number = 0;
        for (byte digit : labels) {
            if (digit == ',') {
                read.add(record, number);
                number = 0;
            } else {
                number = number * 10 + digit - '0';
            }
        }
        read.add(record, number);
    }

    private static UUID uuid(byte @Nullable [] id) {
        return uuid(new String(Objects.requireNonNull(id), ISO_8859_1));
    }

    private static UUID uuid(String id) {
        UUID uuid = UUID.fromString(id);
        if (uuid.equals(AccessRecord.ALL_RECORDS)) {
            throw new IllegalStateException("a record has an id that stands for all of them");
        }
        return uuid;
    }
}
