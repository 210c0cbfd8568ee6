package org.jointdefence.registry.write.input;

import java.util.List;
import org.jointdefence.registry.write.model.InputWarning;
import org.jointdefence.registry.write.model.Mutation;
import org.jspecify.annotations.Nullable;

/**
 * What one field of the mutation type writes, with an input that has no faults.
 *
 * @param key the field's key in the response
 * @param uuid the UUID of the record
 * @param reason the reason for the record of changes
 * @param changes the changes of existing rows, that of the record first; none for a new record
 * @param removals the parts and links that are removed
 * @param rows the new rows, the record itself first if it is new
 */
public record Write(
        Mutation mutation,
        String key,
        String uuid,
        @Nullable String reason,
        List<Change> changes,
        List<Removal> removals,
        List<Row> rows,
        List<InputWarning> warnings) {}
