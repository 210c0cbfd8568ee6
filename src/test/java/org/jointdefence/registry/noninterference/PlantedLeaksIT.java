package org.jointdefence.registry.noninterference;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** {@link NonInterferenceIT} can fail: whatever reads past the views, it finds, on the documents of one reader. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestMethodOrder(OrderAnnotation.class)
class PlantedLeaksIT {
    private static final Logger LOG = Logger.getLogger(PlantedLeaksIT.class);
    private static final long SEED = 20250224;

    /** At most; most leaks are found in the first thirty. */
    private static final int DOCUMENTS = 600;

    private static final String READER = "lt-confidential";
    private static final int WRITES = 1000;

    /** Names that may be the same under different labels. */
    private static final List<String> UNIQUE = List.of("weapon_system.code_name", "programme.name");

    /** A weapon system as it is, for what forgets the view. */
    private static final String UNREDACTED = """
            CREATE SCHEMA planted;
            CREATE VIEW planted.weapon_system AS SELECT *, '{}'::text[] AS withheld FROM vault.weapon_system;
            GRANT USAGE ON SCHEMA planted TO registry_app;
            GRANT SELECT ON planted.weapon_system TO registry_app
            """;

    private static final String RECORD = "(SELECT record%s FROM planted.weapon_system record WHERE record.id = %s.id)";

    /** What the views of the past ask of a label before a change. */
    private static final String READABLE = "get_bit((SELECT registry.readable()), change.label_before) <> 0";

    /** Makes the views of the past from definitions in which a text is another one. */
    private static final String UNASKED = """
            DO $$
            DECLARE
                history record;
            BEGIN
                FOR history IN
                    SELECT name, replace(definition, $planted${condition}$planted$, $planted${planted}$planted$) AS definition
                    FROM vault.view_definition() WHERE position($planted${condition}$planted$ IN definition) > 0
                LOOP
                    EXECUTE format('CREATE OR REPLACE VIEW registry.%I AS %s', history.name, history.definition);
                END LOOP;
            END
            $$""";

    private static TwoRegistries registries;
    private static Reader reader;

    /** A fault of the service: in the statements that it sends, or in what it says of errors. */
    record Leak(String name, UnaryOperator<String> statements, boolean talkative) {
        static Leak in(String name, UnaryOperator<String> statements) {
            return new Leak(name, statements, false);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException, SQLException, InterruptedException {
        registries = new TwoRegistries(directory, SEED);
        reader = Reader.named(READER);
        registries.part(reader);
        registries.execute(UNREDACTED);
    }

    @AfterAll
    static void stop() throws IOException {
        registries.close();
    }

    @ParameterizedTest
    @MethodSource("leaks")
    @Order(1)
    void a_planted_leak_is_found(Leak leak) throws IOException, SQLException {
        registries.plant(leak.statements());
        DifferentialRunner interrogation =
                registries.interrogation(leak.talkative() ? PlantedLeaksIT::saying : PlantedLeaksIT::silent);
        Optional<String> found = interrogation.run(reader, registries.authorization(reader), DOCUMENTS);
        assertThat(found).isPresent();
        LOG.infof("%s: %s", leak, found.get());
    }

    static Stream<Leak> leaks() {
        String column = "maximum_range_km";
        return Stream.of(
                Leak.in(
                        "a filter on a raw column",
                        sql -> sql.replaceAll(
                                "\\b(t|f\\d+)\\." + column + "(?= (=|<>|<|<=|>|>=) (ANY\\()?\\$)",
                                RECORD.formatted("." + column, "$1"))),
                Leak.in(
                        "a count before redaction",
                        sql -> sql.replace(
                                "count(*) FROM registry.weapon_system t", "count(*) FROM planted.weapon_system t")),
                Leak.in(
                        "a sort on a raw column",
                        sql -> sql.contains("DISTINCT ON")
                                ? sql
                                : sql.replaceAll(
                                        "\\bt\\." + column + "(?=( DESC)? NULLS)",
                                        RECORD.formatted("." + column, "t"))),
                new Leak("an error text with a value", UnaryOperator.identity(), true),
                Leak.in(
                        "a version that moves",
                        sql -> sql.contains("FROM registry.weapon_system t")
                                ? sql.replace("convert_to(t::text", "convert_to(" + RECORD.formatted("::text", "t"))
                                : sql));
    }

    /** The same in the views of the past, of which the service's statements ask: whether the present shows the same. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a history whose records need not be visible now | (today.standing).withheld          | coalesce((today.standing).withheld, '{}')
            a history whose values need not be visible now  | <> ALL ((today.standing).withheld) | <> ALL ('{}'::text[])
            a value before a change that was hidden then    | CASE WHEN {readable} THEN CASE           | CASE WHEN true THEN CASE
            a record as it stood with what was hidden then  | ({readable}) IS TRUE AS was_readable     | true AS was_readable
            """)
    @Order(2)
    void a_planted_leak_of_the_past_is_found(String what, String condition, String planted)
            throws IOException, SQLException {
        registries.plant(UnaryOperator.identity());
        String asked = condition.replace("{readable}", READABLE);
        defineViews(asked, planted);
        try {
            Optional<String> found =
                    registries.interrogation().run(reader, registries.authorization(reader), DOCUMENTS);
            assertThat(found).isPresent();
            LOG.infof("%s: %s", what, found.get());
        } finally {
            defineViews(asked, asked);
        }
    }

    private static void defineViews(String condition, String planted) throws SQLException {
        registries.execute(UNASKED.replace("{condition}", condition).replace("{planted}", planted));
    }

    /** The same of writing: in what the database refuses, or in the statements of the service. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a name that is unique across labels | CREATE UNIQUE INDEX ON vault.{table} ({column}) WHERE {column} LIKE 'EXERCISE M%' |
            a version over raw columns          | | a version that moves
            """)
    @Order(3)
    void a_planted_leak_of_writing_is_found(String what, @Nullable String sql, @Nullable String statements)
            throws IOException, SQLException {
        Reader writer = Reader.named("registrar");
        registries.plant(UnaryOperator.identity());
        registries.part(writer);
        registries.execute(UNREDACTED);
        if (sql != null) {
            for (String name : UNIQUE) {
                registries.execute(
                        sql.replace("{table}", name.split("[.]", 2)[0]).replace("{column}", name.split("[.]", 2)[1]));
            }
        }
        if (statements != null) {
            registries.plant(leaks().filter(leak -> leak.name().equals(statements))
                    .findFirst()
                    .orElseThrow()
                    .statements());
        }
        DifferentialWriter writes = registries.writer(writer);
        Optional<String> found = Optional.empty();
        for (int i = 0; i < WRITES && found.isEmpty(); i++) {
            found = writes.write();
        }
        assertThat(found).as("%s", writes.outcomes()).isPresent();
        LOG.infof("%s: %s", what, found.get());
    }

    private static String silent(String answer, String secret) {
        return answer;
    }

    /** Tells, where it refuses a cursor, what lies there. */
    private static String saying(String answer, String secret) {
        return answer.replace("not valid for this connection", "not valid for this connection at " + secret);
    }
}
