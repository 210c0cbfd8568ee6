package org.jointdefence.registry.selection.order;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jointdefence.registry.Vault;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.selection.model.SchemaModel;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every sort key fits into a cursor. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class SortKeyTest {
    @Inject
    SchemaModel model;

    @Test
    void a_text_to_order_by_is_short_in_the_vault_or_declared_long() {
        List<String> unbounded = new ArrayList<>();
        for (EntityType entityType : model.entityTypes()) {
            if (entityType.isConnected() && !entityType.isRecorded()) {
                String table = entityType.view().replace("registry.", "vault.");
                SortKeys.orderable(entityType).forEach((name, key) -> {
                    Attribute.Column column = key.column();
                    if (key.through() == null
                            && key.sqlType().equals("text")
                            && !column.lengthy()
                            && !column.scalar().enumerated()
                            && !isBounded(table, column.column())) {
                        unbounded.add(entityType.name() + "." + column.name());
                    }
                });
            }
        }
        assertThat(unbounded)
                .as("fields without a CHECK of their length and without @Column(length = Length.LONG)")
                .isEmpty();
    }

    private static boolean isBounded(String table, String column) {
        return !Vault.column("""
                        SELECT count(*) FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
                        WHERE conrelid = '%s'::regclass AND attname = '%s'
                            AND (contype = 'f' OR pg_get_constraintdef(pg_constraint.oid) ~ 'char_length|~|ANY')""".formatted(table, column)).getFirst().equals("0");
    }
}
