package org.jointdefence.registry.selection.access;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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
 * Declares the reads of a root field that can be classified. The compiler knows the uses and fields; the rows then
 * supply the records and labels. For callers who cannot read anything classified it stays empty, and their statements
 * select no labels for it.
 */
public final class AccessDeclaration {
    /** The purpose of a read. */
    public enum Use {
        /** The value was shown. */
        SELECT,
        /** Records were selected by it. */
        FILTER,
        /** Records were ordered by it. */
        ORDER,
        /** Records were counted. */
        COUNT,
        /** Records were counted by it. */
        GROUP,
        /** It was summed. */
        SUM,
        /** The existence of the record or the link was shown. */
        PRESENCE;

        private String of(String what) {
            return name() + ' ' + what;
        }
    }

    /** The record to which a read belongs. */
    enum Whose {
        /** The record of the row. */
        ROW,
        /** The parent of the row, by whose UUID the row was found. */
        PARENT,
        /** All records. */
        ALL
    }

    /**
     * A read of each row of a statement.
     *
     * @param read the use and the item read, such as {@code SELECT WeaponSystem.designation}
     * @param shown whether only the rows that are shown count, because values of the other rows are not disclosed
     * @param id the column with the row's UUID; -1 if not needed
     * @param labels the column with the number of the label, or with several separated by commas; null for public rows
     */
    private record OfRows(String read, boolean shown, Whose whose, int id, int labels) {}

    private final boolean recorded;
    private final Map<Statement, Set<OfRows>> ofRows = new LinkedHashMap<>();
    private final Set<String> always = new LinkedHashSet<>();

    /** @param recorded whether the caller's reads are recorded */
    public AccessDeclaration(boolean recorded) {
        this.recorded = recorded;
    }

    /** Whether the caller's reads are recorded. */
    public boolean areRecorded() {
        return recorded;
    }

    /** Declares a read that happens even if no row is found. */
    public void always(Use use, String what) {
        if (recorded) {
            always.add(use.of(what));
        }
    }

    /**
     * Declares a read of each row.
     *
     * @param labels an expression for the number of the label, or for several separated by commas; null for public rows
     */
    void ofRows(Use use, String what, Statement statement, Whose whose, String labels) {
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

    /** Declares that the rows of a statement are read, and the links to them. */
    public void shown(RowSource source, Statement statement) {
        links(source, statement);
        EntityType entityType = source.entityType();
        if (entityType.isRecorded()) {
            always(Use.SELECT, entityType.name());
        } else if (entityType.isRecord()) {
            String labels = Sensitivity.ofRow(presence(source));
            ofRows(Use.PRESENCE, entityType.name(), statement, Whose.ROW, labels);
        }
    }

    /** Declares that the rows that a statement counts are read, and the links to them. */
    public void counted(RowSource source, Statement statement) {
        countedLinks(source, statement);
        EntityType entityType = source.entityType();
        if (entityType.isRecorded()) {
            always(Use.SELECT, entityType.name());
        } else if (entityType.isRecord()) {
            String labels = Sensitivity.ofRows(presence(source));
            ofRows(Use.COUNT, source.place(), statement, owners(source), labels);
        } else if (entityType.isLabelled()) {
            String labels = Sensitivity.ofRowsThemselves(entityType, "t");
            ofRows(Use.COUNT, source.place(), statement, owners(source), labels);
        }
    }

    private static List<String> presence(RowSource source) {
        return Sensitivity.presence(source.entityType(), "t", Sensitivity.known(source.association()));
    }

    /** Declares that the links to the rows of a statement are read, and labelled rows that are not records. */
    private void links(RowSource source, Statement statement) {
        EntityType entityType = source.entityType();
        if (entityType.isLabelled() && !entityType.isRecord()) {
            ofRows(Use.SELECT, source.place(), statement, owners(source), Sensitivity.ofRowItself(entityType, "t"));
        }
        Attribute.Association association = source.association();
        if (association != null && association.path() instanceof Attribute.Path.ByLink link) {
            List<String> labels = link.single()
                    ? association.target().labelColumns(EntityType.LABEL).stream()
                            .map(column -> link.chosen(column, "p.k"))
                            .toList()
                    : Sensitivity.ofLink(association, "l");
            ofRows(Use.PRESENCE, source.place(), statement, owners(source), Sensitivity.ofRow(labels));
        }
    }

    /** Declares that the links to the rows counted by a statement are read. */
    private void countedLinks(RowSource source, Statement statement) {
        Attribute.Path.ByLink link = source.severalLinks();
        Attribute.Association association = source.association();
        if (link != null && association != null) {
            String labels = "(SELECT " + Sensitivity.ofRows(Sensitivity.ofLink(association, "l")) + " FROM "
                    + link.link() + " l WHERE l." + link.from() + " = p.k)";
            ofRows(Use.COUNT, source.place(), statement, owners(source), labels);
        }
    }

    /** The owner of the links to the rows: a record, unless the parent has a code as its id. */
    private static Whose owners(RowSource source) {
        Attribute.Association association = source.association();
        return association != null && association.keyType().equals("uuid") ? Whose.PARENT : Whose.ALL;
    }

    /** Declares an order of a statement's records by a field of their own. */
    public void order(SortKey key, EntityType entityType, Statement statement) {
        if (key.through() == null) {
            value(Use.ORDER, entityType, key.column(), statement);
        }
    }

    /** Declares a read of a field of a statement's records; other rows are declared as a whole. */
    public void value(Use use, EntityType entityType, Attribute member, Statement statement) {
        Sensitivity.of(entityType, member)
                .forEach(reading -> ofRows(use, reading.what(), statement, Whose.ROW, reading.ofRow("t")));
    }

    /** The declared uses and items, with their owners where the rows decide. */
    Set<String> declared() {
        Set<String> declared = new LinkedHashSet<>(always);
        ofRows.values().forEach(reads -> reads.forEach(read -> declared.add(read.read() + ' ' + read.whose())));
        return declared;
    }

    /** Adds the actual reads to the access record. */
    public void collect(RootRows found, AccessRecord record) {
        always.forEach(read -> record.read(read).add(AccessRecord.ALL_RECORDS, AccessRecord.ALL_LABELS));
        ofRows.forEach((statement, reads) -> {
            if (found.reached(statement)) {
                int shown = found.shown(statement.page(), Integer.MAX_VALUE);
                found.rows(statement).forEach(new Collector(reads, shown, record));
            }
        });
    }

    /** Adds the reads of one statement's rows. It parses the UUIDs of each row and parent once, and only if needed. */
    private static final class Collector implements Rows.Visitor {
        private final OfRows[] ofRows;
        private final int shown;
        private final AccessRecord.Read[] reads;
        private @Nullable UUID own;
        private @Nullable String key;
        private @Nullable UUID parent;

        Collector(Set<OfRows> ofRows, int shown, AccessRecord record) {
            this.shown = shown;
            this.ofRows = ofRows.toArray(OfRows[]::new);
            this.reads = ofRows.stream().map(each -> record.read(each.read())).toArray(AccessRecord.Read[]::new);
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

    /** Parses the label numbers, which are separated by commas. */
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
            throw new IllegalStateException("a record has the id that is reserved for all records");
        }
        return uuid;
    }
}
