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
 * Determines the labels that a field or record depends on or reveals. It is the only place that does so for fields and
 * records: every selection, filter, order, count and sum declares its reads to the log by these rules, and a test
 * compares the rules with the columns of the views. {@link AccessDeclaration} has the labels of the links to shown and
 * counted rows.
 */
final class Sensitivity {
    private Sensitivity() {}

    /**
     * An item that is read under labels.
     *
     * @param what the name in the log, such as {@code WeaponSystem.designation}
     * @param labels the columns with the numbers of those labels, null where the caller may not read them
     */
    record Reading(String what, List<String> labels) {
        /** The labels of one row; see {@link Sensitivity#ofRow}. */
        String ofRow(String alias) {
            return Sensitivity.ofRow(columns(alias));
        }

        /** The labels of many rows; see {@link Sensitivity#ofRows}. */
        String ofRows(String alias) {
            return Sensitivity.ofRows(columns(alias));
        }

        private List<String> columns(String alias) {
            return labels.stream().map(label -> alias + "." + label).toList();
        }
    }

    /** The classified items that reading a field of a record reads. */
    static List<Reading> of(EntityType entityType, Attribute member) {
        return switch (member) {
            case Attribute.Column column
            when column.classification() != null -> List.of(of(entityType, column.classification()));
            // A version depends on every field of the record that the caller can read.
            case Attribute.Column column
            when column.scalar().form() == Scalar.Form.VERSION ->
                entityType.classifications().map(each -> of(entityType, each)).toList();
            // Fields that are not in the list can be read, so the list reveals their labels.
            case Attribute.Column column
            when column.name().equals(entityType.withheld()) -> withheld(entityType, column);
            case Attribute.Column column -> List.of();
            case Attribute.Group group ->
                group.classification() == null ? List.of() : List.of(of(entityType, group.classification()));
            case Attribute.Localized localized -> List.of();
            case Attribute.NextStatuses next -> List.of();
            case Attribute.Association association ->
                entityType.isRecord() && association.parentColumn().equals(EntityType.LABEL)
                        ? List.of(new Reading(
                                entityType.name() + '.' + association.name(),
                                entityType.labelColumns(EntityType.LABEL)))
                        : List.of();
        };
    }

    private static Reading of(EntityType entityType, Classification classification) {
        return new Reading(classification.of(entityType), entityType.labelColumns(classification.labelColumn()));
    }

    private static List<Reading> withheld(EntityType entityType, Attribute.Column column) {
        List<String> labels = entityType
                .classifications()
                .flatMap(classification -> entityType.labelColumns(classification.labelColumn()).stream())
                .toList();
        return labels.isEmpty() ? List.of() : List.of(new Reading(entityType.name() + '.' + column.name(), labels));
    }

    /**
     * The labels that decide whether a record is visible: its own, and those of the records it refers to, because a
     * record is hidden if one of these is.
     *
     * @param known a column with a reference to a record whose labels are already declared; null if there is none
     * @return expressions for the label numbers, for the alias of the record's row
     */
    public static List<String> presence(EntityType entityType, String alias, @Nullable String known) {
        List<String> labels = new ArrayList<>();
        labels.addAll(labels(entityType, alias));
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
     * The labels that are read when an association finds a row: the row's own label, if it has one, and that of the
     * link.
     *
     * @param link the alias of the link, if there is one
     * @return expressions for the label numbers, for the aliases of the target's row and of the link
     */
    static List<String> reached(Attribute.Association association, String target, String link) {
        List<String> labels = new ArrayList<>();
        if (association.path() instanceof Attribute.Path.ByLink) {
            ofLink(association, link).forEach(label -> labels.add(distinct(label)));
        }
        if (association.target().isRecord()) {
            presence(association.target(), target, known(association)).forEach(label -> labels.add(distinct(label)));
        } else if (association.target().isLabelled()) {
            labels.add(ofRowsThemselves(association.target(), target));
        }
        return labels;
    }

    /** The labels of the link by which an association finds a row: in the past, that of then and that of now. */
    static List<String> ofLink(Attribute.Association association, String link) {
        return labels(association.target(), link);
    }

    private static List<String> labels(EntityType entityType, String alias) {
        return entityType.labelColumns(EntityType.LABEL).stream()
                .map(column -> alias + "." + column)
                .toList();
    }

    /** The label numbers of a row that has labels and is no record; see {@link #ofRow}. */
    static String ofRowItself(EntityType entityType, String alias) {
        return entityType.labels() == EntityType.Labels.OF_ROW
                ? "nullif(array_to_string(" + alias + ".labels, ','), '')"
                : ofRow(labels(entityType, alias));
    }

    /** The label numbers of many such rows; see {@link #ofRows}. */
    static String ofRowsThemselves(EntityType entityType, String alias) {
        return entityType.labels() == EntityType.Labels.OF_ROW
                ? "string_agg(DISTINCT " + ofRowItself(entityType, alias) + ", ',')"
                : ofRows(labels(entityType, alias));
    }

    /** The column with the rows' reference to the record from which they are reached; null if there is none. */
    public static @Nullable String known(Attribute.@Nullable Association association) {
        return association != null && association.path() instanceof Attribute.Path.ByColumn(String column)
                ? column
                : null;
    }

    /** The label numbers of one row, separated by commas; null when all labels are public. */
    static String ofRow(List<String> labels) {
        return several(labels.stream().map(Sensitivity::unlessPublic).toList());
    }

    /** The distinct label numbers of many rows, separated by commas; null when all labels are public. */
    public static String ofRows(List<String> labels) {
        return several(labels.stream().map(Sensitivity::distinct).toList());
    }

    private static String several(List<String> numbers) {
        return numbers.size() == 1
                ? numbers.getFirst()
                : numbers.stream().collect(Collectors.joining(", ", "nullif(concat_ws(',', ", "), '')"));
    }

    /** The number of a label; null for the public one, which most links and records have and the log does not need. */
    static String unlessPublic(String label) {
        return "nullif(" + label + ", 0)";
    }

    /** The distinct label numbers of many rows without the public one, separated by commas; null if there are none. */
    private static String distinct(String label) {
        return "array_to_string(array_agg(DISTINCT " + label + ") FILTER (WHERE " + label + " <> 0), ',')";
    }
}
