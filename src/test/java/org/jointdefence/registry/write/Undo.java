package org.jointdefence.registry.write;

import java.util.List;
import java.util.Map;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.Vault;
import org.jspecify.annotations.Nullable;

/** Takes back what tests have written, past the guards, so that the demo is as it was. The chains of the log keep it. */
public final class Undo {

    /** Tests of the log's chain change its first entries, and expect that these are readings. */
    private static final int READINGS_FIRST = 5;

    private final String last =
            Vault.column("SELECT coalesce(max(ordinal), 0) FROM vault.write").getFirst();
    private final String lastLabel =
            Vault.column("SELECT max(id) FROM vault.confidentiality_label").getFirst();

    /** Remembers what there is. */
    public Undo() {
        while (Vault.column("SELECT position FROM vault.reading_seal WHERE nation = 'LT'")
                        .size()
                < READINGS_FIRST) {
            new GraphQLDocument("{ weaponSystems { nodes { designation } } }")
                    .sentBy(Persona.named("lt-secret"))
                    .data();
            Vault.execute("SELECT registry.seal_readings(1000)");
        }
    }

    /** The changes since then, in order. */
    public List<Map<String, @Nullable String>> changes() {
        return Vault.rows("""
                SELECT change.concept, change.record, change.field, change.label_before, change.label_after,
                    change.before, change.after, write.subject, write.nation, write.reason, write.operation_name
                FROM vault.change JOIN vault.write ON write.ordinal = change.write
                WHERE write.ordinal > %s ORDER BY change.ordinal""".formatted(last));
    }

    /** Deletes the records and labels that have been created since then. */
    public void run() {
        Vault.rows("""
                        SELECT concept, record FROM vault.change
                        WHERE write > %s AND field IS NULL AND after IS NOT NULL ORDER BY ordinal DESC""".formatted(last))
                .forEach(created -> Vault.execute("DELETE FROM vault.%s WHERE id = '%s'"
                        .formatted(created.get("concept"), created.get("record"))));
        Vault.execute("DELETE FROM vault.idempotency_key");
        // Labels are immutable, so their triggers have to be off.
        Vault.execute("""
                SET session_replication_role = replica;
                DELETE FROM vault.confidentiality_label WHERE id > %s;
                TRUNCATE vault.label_set_by_level, vault.label_set_by_nation, vault.label_set_by_compartment;
                INSERT INTO vault.label_set_by_level
                    SELECT classification, succession_on, succession_to, bit_or(vault.widen(vault.with_label('', id), 512))
                    FROM vault.confidentiality_label WHERE policy <> 'PUBLIC' GROUP BY 1, 2, 3;
                INSERT INTO vault.label_set_by_nation
                    SELECT releasable_to, originator_nation, bit_or(vault.widen(vault.with_label('', id), 512))
                    FROM vault.confidentiality_label WHERE policy <> 'PUBLIC' GROUP BY 1, 2;
                INSERT INTO vault.label_set_by_compartment
                    SELECT special_handling, bit_or(vault.widen(vault.with_label('', id), 512))
                    FROM vault.confidentiality_label WHERE policy <> 'PUBLIC' GROUP BY 1""".formatted(lastLabel));
    }
}
