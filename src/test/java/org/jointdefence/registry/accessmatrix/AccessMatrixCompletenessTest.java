package org.jointdefence.registry.accessmatrix;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jointdefence.registry.Vault;
import org.jointdefence.registry.accessmatrix.Shape.Association;
import org.jointdefence.registry.accessmatrix.Shape.Leaf;
import org.jointdefence.registry.selection.model.EntityCatalogue;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the access matrix against everything that it must speak of: nothing is left out, nothing made up. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessMatrixCompletenessTest {

    @Inject
    EntityCatalogue catalogue;

    private final AccessMatrix matrix = AccessMatrix.read();

    @Test
    void the_matrix_has_a_column_for_every_persona() {
        String roles = "quarkus.oidc.devservices.roles.";
        Set<String> personas = new TreeSet<>(Set.of("anonymous"));
        ConfigProvider.getConfig().getPropertyNames().forEach(name -> {
            if (name.startsWith(roles)) {
                personas.add(name.substring(roles.length()).replace("\"", ""));
            }
        });
        assertThat(matrix.personas())
                .containsExactlyInAnyOrderElementsOf(personas)
                .hasSizeGreaterThan(1);
    }

    @Test
    void every_column_that_has_a_label_is_a_classified_field_of_an_entity_and_the_other_way_round() {
        assertThat(shown()).containsExactlyInAnyOrderElementsOf(twins());
    }

    @Test
    void every_classified_field_has_rows_in_the_matrix() {
        assertThat(matrix.rows().stream()
                        .filter(AccessMatrix.Row::isField)
                        .map(row -> table(row.entityType()) + "." + Shape.snakeCase(row.field()))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(twins());
    }

    @Test
    void every_record_has_a_row_for_itself_and_for_each_of_its_classified_fields() {
        Set<String> expected = new TreeSet<>();
        for (Shape shape : Shape.of(catalogue).values()) {
            for (String record : Vault.column("SELECT id FROM vault." + shape.table())) {
                expected.add(shape.entityType() + " " + record + " ");
                for (Leaf leaf : shape.leaves()) {
                    expected.add(shape.entityType() + " " + record + " " + leaf.field());
                }
            }
        }
        assertThat(matrix.rows().stream()
                        .filter(row -> !row.isLink())
                        .map(row -> row.entityType() + " " + row.record() + " " + row.field()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void every_link_has_a_row() {
        Set<String> expected = new TreeSet<>();
        for (Shape shape : Shape.of(catalogue).values()) {
            for (Association association : shape.associations()) {
                if (association instanceof Association.Linked linked && !linked.backward()) {
                    String left = shape.table();
                    String right = Vault.column(
                                    "SELECT column_name FROM vault.foreign_key('vault.%s') WHERE column_name NOT IN ('label', '%s')"
                                            .formatted(linked.table(), left))
                            .getFirst();
                    Vault.rows("SELECT DISTINCT %s, %s FROM vault.%s".formatted(left, right, linked.table()))
                            .forEach(row -> expected.add(shape.entityType() + " " + row.get(left) + " " + linked.field()
                                    + " " + row.get(right)));
                }
            }
        }
        assertThat(matrix.rows().stream()
                        .filter(AccessMatrix.Row::isLink)
                        .map(row -> row.entityType() + " " + row.record() + " " + row.field() + " " + row.target()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void every_label_of_the_demo_covers_something_in_it() {
        Set<String> used = new TreeSet<>();
        Vault.rows("""
                SELECT format('SELECT %I FROM vault.%I', attribute.attname, class.relname) AS query
                FROM pg_attribute AS attribute JOIN pg_class AS class ON class.oid = attribute.attrelid
                WHERE class.relnamespace = 'vault'::regnamespace AND class.relkind = 'r'
                    AND attribute.attname ~ '(^|_)label$' AND NOT attribute.attisdropped""").forEach(row -> used.addAll(Vault.column(String.valueOf(row.get("query")))));
        assertThat(used).containsAll(Vault.column("SELECT id FROM vault.confidentiality_label"));
    }

    @Test
    void some_persona_is_shown_withheld_and_denied_something_of_each_kind() {
        for (String persona : List.of("lt-secret", "ua-secret")) {
            assertThat(matrix.rows().stream().map(row -> row.access(persona)))
                    .as(persona)
                    .contains(AccessMatrix.Access.values());
        }
    }

    private List<String> shown() {
        return Shape.of(catalogue).values().stream()
                .flatMap(shape -> shape.leaves().stream()
                        .map(leaf -> shape.table() + "." + Shape.snakeCase(leaf.field()))
                        .distinct())
                .toList();
    }

    /** Every classified column by its twin, as the database has them. */
    private static List<String> twins() {
        return Vault.column("""
                SELECT class.relname || '.' || left(attribute.attname, -6)
                FROM pg_attribute AS attribute JOIN pg_class AS class ON class.oid = attribute.attrelid
                WHERE class.relnamespace = 'vault'::regnamespace AND class.relkind = 'r'
                    AND attribute.attname LIKE '%\\_label' AND NOT attribute.attisdropped""");
    }

    private String table(String entityType) {
        return java.util.Objects.requireNonNull(Shape.of(catalogue).get(entityType), entityType)
                .table();
    }
}
