package org.jointdefence.registry.selection.execution;

import graphql.schema.GraphQLSchema;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Clearance;
import org.jointdefence.registry.clearance.ClearanceLevel;
import org.jointdefence.registry.equivalence.Engines;
import org.jointdefence.registry.selection.plan.OperationPlan;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each document in {@code graphql/sql} compiles to the SQL that is committed beside it. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class GoldenSqlTest {
    private static final String UPDATE = "registry.golden.update";
    private static final String HOW_TO_UPDATE =
            "If the change is intended, rewrite the files with ./mvnw test -Dtest=GoldenSqlTest -D" + UPDATE
                    + "=true, read the diff and commit it.";

    /** The SQL as compiled now, to be compared with the committed files by any tool. */
    private static final Path COMPILED = Path.of("target/golden-sql");

    private static final Caller CLEARED = new Caller(
            "https://issuer.example", "golden", Set.of(), new Clearance(ClearanceLevel.SECRET, "LT", Set.of()));

    @Inject
    GraphQLSchema schema;

    @Inject
    Engines engines;

    @Inject
    DataSource database;

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void a_document_compiles_to_the_committed_sql(GoldenDocument document) throws IOException {
        Operations operations = engines.operationsWithAllPlans(database);
        DocumentCompiler compiler = new DocumentCompiler(schema, operations, engines.by(operations));
        String sql = "-- public\n" + statements(compiler, document, Caller.ANONYMOUS) + "\n-- cleared\n"
                + statements(compiler, document, CLEARED);
        Path compiled = Files.createDirectories(COMPILED).resolve(document.name() + ".sql");
        Files.writeString(compiled, sql);
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(document.sql(), sql);
        }
        assertThat(document.sql())
                .as("%s.graphql has no SQL beside it. %s", document.name(), HOW_TO_UPDATE)
                .exists();
        assertThat(compiled)
                .as("The SQL of %s.graphql differs from %s. %s", document.name(), document.sql(), HOW_TO_UPDATE)
                .hasSameTextualContentAs(document.sql());
    }

    static List<GoldenDocument> documents() {
        return GoldenDocument.all();
    }

    private static String statements(DocumentCompiler compiler, GoldenDocument document, Caller caller) {
        return compiler.plan(document, caller).levels().stream()
                .map(GoldenSqlTest::statements)
                .collect(Collectors.joining("\n"));
    }

    private static String statements(OperationPlan.Level level) {
        String laidOut = SqlLayout.of(level.text() + ";");
        assertThat(withoutBlanks(laidOut)).isEqualTo(withoutBlanks(level.text() + ";"));
        return "-- level " + level.depth() + "\n" + laidOut + "\n";
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s", "");
    }

    @Test
    void every_file_with_sql_has_its_document() {
        Set<String> orphans = GoldenDocument.files();
        orphans.removeAll(GoldenDocument.documents());

        assertThat(GoldenDocument.documents()).isNotEmpty();
        assertThat(orphans)
                .as("files in %s without a document; delete them", GoldenDocument.DIRECTORY)
                .isEmpty();
    }

    @Test
    void the_documents_use_every_form_of_reading_that_the_schema_has() {
        Set<String> unused = new TreeSet<>(ReadingForms.of(schema));
        unused.removeAll(ReadingForms.of(schema, GoldenDocument.all()));

        assertThat(unused)
                .as("no document in %s uses these; add one and run with -D%s=true", GoldenDocument.DIRECTORY, UPDATE)
                .isEmpty();
    }
}
