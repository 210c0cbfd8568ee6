package org.jointdefence.registry.write.input;

import java.util.List;
import java.util.Map;
import org.jointdefence.registry.write.model.InputWarning;
import org.jointdefence.registry.write.model.Mutation;
import org.jspecify.annotations.Nullable;

/**
 * What one field of the mutation type writes, with an input that has no faults.
 *
 * @param key the field's key in the response
 * @param uuid the UUID of the record
 * @param version the version that a change is based on; null for a new record
 * @param reason the reason for the record of changes
 * @param changes the changes of the record's own row; empty for a new record
 * @param named the paths of the fields that the input names, by name
 * @param rows the new rows, the record itself first if it is new
 */
public record Write(
        Mutation mutation,
        String key,
        String uuid,
        @Nullable String version,
        @Nullable String reason,
        Row changes,
        Map<String, String> named,
        List<Row> rows,
        List<InputWarning> warnings) {}
