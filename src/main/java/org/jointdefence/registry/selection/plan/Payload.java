package org.jointdefence.registry.selection.plan;

import java.util.List;
import java.util.Map;
import org.jointdefence.registry.selection.model.EntityType;

/**
 * The result of a mutation: an object with the changed record, and with notes on the change.
 *
 * @param type the name of its object type
 * @param recordField the field with the record
 * @param entityType the type of the record
 * @param uuid the UUID of the record
 * @param noteType the object type of the notes, which its only other field lists
 * @param notes the notes, with texts by field
 */
public record Payload(
        String type,
        String recordField,
        EntityType entityType,
        String uuid,
        String noteType,
        List<Map<String, String>> notes) {}
