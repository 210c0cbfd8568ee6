package org.jointdefence.registry.write.input;

import java.util.Map;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.write.model.WritableType;
import org.jspecify.annotations.Nullable;

/**
 * A change of a record's own row, or of one of its parts.
 *
 * @param version the version that it is based on
 * @param row the values; empty if only parts and links of the record change
 * @param named the paths of the fields that the input names, by name
 * @param path the path into the input
 * @param ofWithdrawn whether it is a change of a withdrawn record
 * @param whole the record that the changed one must be a part of; null if it is no part
 */
public record Change(
        WritableType type,
        String uuid,
        String version,
        Row row,
        Map<String, String> named,
        String path,
        boolean ofWithdrawn,
        @Nullable Whole whole) {

    /**
     * The record that another is a part of, or that has a link.
     *
     * @param column the column of the part that refers to it
     */
    public record Whole(EntityType type, String column, String uuid) {}
}
