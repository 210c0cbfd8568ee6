package org.jointdefence.registry.selection.access;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.Classification;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.selection.model.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * Says which labels reading a field depends on or tells of. It is the one place that does: whatever is selected, filtered,
 * ordered, counted or added up declares to the log what is said here, and a test holds this against the columns of the
 * views.
 */
public final class Sensitivity {
    private Sensitivity() {}

    /**
     * Something that is read under labels.
     *
     * @param what what the log calls it, such as {@code WeaponSystem.designation}
     * @param labels the columns with the numbers of those labels, null where the caller may not read them
     */
    record Reading(String what, List<String> labels) {
        Reading(String what, String label) {
            this(what, List.of(label));
        }

        /** The labels of one row, as {@link Sensitivity#ofRow}. */
        String ofRow(String alias) {
            return Sensitivity.ofRow(columns(alias));
        }

        /** The labels of many rows, as {@link Sensitivity#ofRows}. */
        public String ofRows(String alias) {
            return Sensitivity.ofRows(columns(alias));
        }

        private List<String> columns(String alias) {
            return labels.stream().map(label -> alias + "." + label).toList();
        }
    }

    /** What reading a field of a row reads, of that row. */
    static List<Reading> of(EntityType entityType, Attribute member) {
        return switch (member) {
            case Attribute.Column column
            when column.classification() != null -> List.of(of(entityType, column.classification()));
            // A version is made of all that the caller can read of the record.
            case Attribute.Column column
            when column.scalar().form() == Scalar.Form.VERSION ->
                entityType.classifications().map(each -> of(entityType, each)).toList();
            // Whatever is not named can be read.
            case Attribute.Column column
            when column.name().equals(entityType.withheld()) -> withheld(entityType, column);
            case Attribute.Column column -> List.of();
            case Attribute.Group group ->
                group.classification() == null ? List.of() : List.of(of(entityType, group.classification()));
            case Attribute.Localized localized -> List.of();
            case Attribute.Association association ->
                entityType.isRecord() && association.parentColumn().equals(EntityType.LABEL)
                        ? List.of(new Reading(entityType.name() + '.' + association.name(), EntityType.LABEL))
                        : List.of();
        };
    }

    private static Reading of(EntityType entityType, Classification classification) {
        return new Reading(classification.of(entityType), classification.labelColumn());
    }

    private static List<Reading> withheld(EntityType entityType, Attribute.Column column) {
        List<String> labels =
                entityType.classifications().map(Classification::labelColumn).toList();
        return labels.isEmpty() ? List.of() : List.of(new Reading(entityType.name() + '.' + column.name(), labels));
    }

    /**
     * The labels that decide whether a record is shown: its own, and those of the records that it refers to, which hide it
     * when they are hidden.
     *
     * @param known a column with a reference to a record whose labels are declared already; null if there is none
     * @return expressions for their numbers, from the alias of the record's row
     */
    public static List<String> presence(EntityType entityType, String alias, @Nullable String known) {
        List<String> labels = new ArrayList<>(List.of(alias + "." + EntityType.LABEL));
        entityType
                .associations()
                .filter(association -> association.target().isRecord()
                        && association.shape() == Attribute.Association.Shape.ONE
                        && association.path() instanceof Attribute.Path.ByColumn
                        && !association.parentColumn().equals(known))
                .forEach(association -> {
                    String other = alias + "r";
                    presence(association.target(), other, null)
                            .forEach(label -> labels.add("(SELECT " + label + " FROM " + association.view() + " "
                                    + other + " WHERE "
                                    + association.joins(other, alias + "." + association.parentColumn())
                                    + ")"));
                });
        return labels;
    }

    /**
     * What finding a row by an association reads: that the row is there, if it has a label, and the link that leads there.
     *
     * @param link the alias of the link, if there is one
     * @return expressions for the numbers of labels, from the aliases of the target's row and the link
     */
    static List<String> reached(Attribute.Association association, String target, String link) {
        List<String> labels = new ArrayList<>();
        if (association.path() instanceof Attribute.Path.ByLink) {
            labels.add(distinct(link + "." + EntityType.LABEL));
        }
        if (association.target().isRecord()) {
            presence(association.target(), target, known(association)).forEach(label -> labels.add(distinct(label)));
        } else if (association.target().isLabelled()) {
            labels.add(distinct(target + "." + EntityType.LABEL));
        }
        return labels;
    }

    /** The column by which rows refer to the record that they are reached from; null if they do not. */
    public static @Nullable String known(Attribute.@Nullable Association association) {
        return association != null && association.path() instanceof Attribute.Path.ByColumn(String column)
                ? column
                : null;
    }

    /** The numbers of one row's labels, with commas between them; null when all are public. */
    static String ofRow(List<String> labels) {
        return several(labels.stream().map(Sensitivity::unlessPublic).toList());
    }

    /** The different numbers of many rows' labels, with commas between them; null when all are public. */
    public static String ofRows(List<String> labels) {
        return several(labels.stream().map(Sensitivity::distinct).toList());
    }

    private static String several(List<String> numbers) {
        return numbers.size() == 1
                ? numbers.getFirst()
                : numbers.stream().collect(Collectors.joining(", ", "nullif(concat_ws(',', ", "), '')"));
    }

    /** The number of a label, null for the public one: it is no news, and most links and records have it. */
    static String unlessPublic(String label) {
        return "nullif(" + label + ", 0)";
    }

    /** The different labels of many rows but the public one, with commas between their numbers; null for none. */
    private static String distinct(String label) {
        return "array_to_string(array_agg(DISTINCT " + label + ") FILTER (WHERE " + label + " <> 0), ',')";
    }
}
