package org.jointdefence.registry.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jointdefence.registry.Vault;
import org.jspecify.annotations.Nullable;

/** The log as stored in the vault, by operation name; each test uses a name of its own. */
public final class Log {
    private Log() {}

    /** The readings of the operation, as columns of each row. */
    public static List<Map<String, @Nullable String>> readings(String operation) {
        return Vault.rows("SELECT * FROM vault.reading WHERE operation_name = '%s' ORDER BY at".formatted(operation));
    }

    /** The entries of the operation, sorted: use, field, record and label. */
    public static List<String> entries(String operation) {
        return sorted(Vault.column("""
                SELECT DISTINCT reading.reads[entry.read] || ' ' || coalesce(entry.record::text, 'all') || ' '
                    || coalesce(entry.label::text, 'any')
                FROM vault.reading, registry.reading_entry(entries) AS entry
                WHERE operation_name = '%s'""".formatted(operation)));
    }

    static List<String> sorted(List<String> entries) {
        return entries.stream().collect(Collectors.toCollection(TreeSet::new)).stream()
                .toList();
    }
}
