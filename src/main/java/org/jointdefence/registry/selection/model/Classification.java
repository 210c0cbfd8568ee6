package org.jointdefence.registry.selection.model;

/**
 * The classification of a column.
 *
 * @param field the record's field with the label; the column is this field or a part of it
 * @param labelColumn the column with the number of the label, null where the caller may not read it
 */
public record Classification(String field, String labelColumn) {
    public static Classification of(String field) {
        return new Classification(field, Entities.snakeCase(field) + "_label");
    }

    /** The name of the field in the log. */
    public String of(EntityType entityType) {
        return entityType.name() + '.' + field;
    }
}
