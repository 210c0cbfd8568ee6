package org.jointdefence.registry.selection.model;

/**
 * What makes a column classified.
 *
 * @param field the record's field that has the label; the column is it or a part of it
 * @param labelColumn the column with the number of the label, null where the caller may not read it
 */
public record Classification(String field, String labelColumn) {
    public static Classification of(String field) {
        return new Classification(field, Entities.snakeCase(field) + "_label");
    }

    /** The field, as the log names it. */
    public String of(EntityType entityType) {
        return entityType.name() + '.' + field;
    }
}
