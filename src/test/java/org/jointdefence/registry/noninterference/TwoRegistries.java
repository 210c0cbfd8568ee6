package org.jointdefence.registry.noninterference;

import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jointdefence.registry.PackagedRegistry;
import org.jointdefence.registry.clearance.SigningIssuer;
import org.jointdefence.registry.equivalence.data.RandomRecords;
import org.jointdefence.registry.equivalence.data.VaultRows;
import org.jointdefence.registry.equivalence.data.VaultTable;
import org.jointdefence.registry.equivalence.document.Coverage;
import org.jointdefence.registry.equivalence.document.RandomDocument;
import org.jointdefence.registry.equivalence.document.RandomDocuments;
import org.jointdefence.registry.equivalence.document.SeenValues;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** Two registries, each a process of what the build packaged, which have all in common but their databases. */
final class TwoRegistries implements AutoCloseable {
    private static final String ORIGIN = "origin";
    private static final String ONE = "one";
    private static final String OTHER = "other";
    private static final int TRUSTED = 60;

    /**
     * Has changes get times and ids from a sequence, which is set before each write that is compared: these are of the
     * clock and of chance in the registry, and histories show them.
     */
    private static final String CLOCK = """
            CREATE SCHEMA simulated;
            GRANT USAGE ON SCHEMA simulated TO registry_owner;
            CREATE SEQUENCE simulated.tick;
            GRANT USAGE ON SEQUENCE simulated.tick TO registry_owner;
            DO $$
            BEGIN
                EXECUTE format('ALTER TABLE vault.change'
                    ' ALTER COLUMN id SET DEFAULT md5(nextval(''simulated.tick'')::text)::uuid,'
                    ' ALTER COLUMN at SET DEFAULT timestamptz %L + nextval(''simulated.tick'') * interval ''1 microsecond''',
                    clock_timestamp());
            END
            $$;
            CALL vault.check_catalogue()
            """;

    /** More than any one write has, and more than there are while the databases are made to differ. */
    private static final long TICKS_OF_WRITE = 10_000;

    private static final long TICKS_OF_DIFFERENCES = 500_000;
    private static final long TICKS_OF_DECLASSIFICATION = 500_000;

    /** Labels for what is written: some that one may give, and some that one may not. */
    private static final List<String> LABELS = List.of(
            "{ classification: \"PUBLIC\" }",
            "{ classification: \"LT_SLAPTAI\" releasableTo: [\"LT\" \"UA\"] }",
            "{ classification: \"LT_SLAPTAI\" }",
            "{ classification: \"UA_TAIEMNO\" releasableTo: [\"LT\" \"UA\"] }",
            "{ classification: \"UA_TAIEMNO\" }",
            "{ classification: \"LT_VISISKAI_SLAPTAI\" specialHandling: [\"AMBER\"] }");

    private final long seed;
    private final KeyPair keys = SigningIssuer.keys();
    private final GraphQLSchema schema;
    private final Map<String, RandomDocument> trusted;
    private final EmbeddedPostgres postgres;
    private final String instant;
    private final LeakingProxy relayOfOne;
    private final LeakingProxy relayOfOther;
    private final PackagedRegistry one;
    private final PackagedRegistry other;

    /** Starts them, with the content that this seed makes. */
    TwoRegistries(Path directory, long seed) throws IOException, SQLException, InterruptedException {
        this(directory, seed, PackagedRegistry.executable());
    }

    /** The same with this executable for the first of them, and whatever is tested for the other. */
    TwoRegistries(Path directory, long seed, String executable) throws IOException, SQLException, InterruptedException {
        this.seed = seed;
        this.schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(
                new SchemaParser().parse(Path.of("schema.graphql").toFile()));
        this.trusted = trusted(schema, seed);
        this.postgres = EmbeddedPostgres.start();
        this.relayOfOne = new LeakingProxy(postgres.getPort());
        this.relayOfOther = new LeakingProxy(postgres.getPort());
        this.instant = create(seed);
        copy(ONE);
        copy(OTHER);
        Path manifest = directory.resolve("trusted.json");
        new ObjectMapper()
                .writeValue(
                        manifest.toFile(),
                        trusted.entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                                        .text())));
        this.one = start(directory, ONE, manifest, relayOfOne, executable);
        this.other = start(directory, OTHER, manifest, relayOfOther, PackagedRegistry.executable());
        assertThat(one.becomesReady()).as(one.output()).isTrue();
        assertThat(other.becomesReady()).as(other.output()).isTrue();
    }

    /** Asks the two, the same for the same seed. */
    DifferentialRunner interrogation() throws SQLException {
        return interrogation((answer, secret) -> answer);
    }

    /** The same, of what becomes of each answer and of something that is secret in the database behind it. */
    DifferentialRunner interrogation(BinaryOperator<String> distortion) throws SQLException {
        return new DifferentialRunner(
                schema,
                distorted(one.port(), distortion, secret(ONE)),
                distorted(other.port(), distortion, secret(OTHER)),
                trusted,
                new Random(seed));
    }

    private static DifferentialRunner.Registry distorted(int port, BinaryOperator<String> distortion, String secret) {
        DifferentialRunner.Registry registry = DifferentialRunner.Registry.at(port);
        return request -> new Answer(distortion.apply(registry.answer(request).text(), secret));
    }

    private String secret(String database) throws SQLException {
        try (Connection connection = connect(database)) {
            return new VaultRows(connection)
                    .texts("SELECT string_agg(maximum_range_km::text, ' ' ORDER BY id) FROM vault.weapon_system")
                    .getFirst();
        }
    }

    /** The value of the header that this reader's requests have; null for somebody without a token. */
    @Nullable
    String authorization(Reader reader) {
        return reader.authorization(keys);
    }

    /** Makes both databases anew: the same but for what this reader may not read. */
    Map<HiddenDataMutator.Change, Integer> part(Reader reader) throws SQLException {
        copy(ONE);
        copy(OTHER);
        try (Connection connection = connect(OTHER)) {
            Random random = new Random(seed + reader.name().hashCode());
            int past = new HiddenPast(connection, reader.caller(), random).write();
            Map<HiddenDataMutator.Change, Integer> changes =
                    new HiddenDataMutator(connection, reader.caller(), random).alter();
            assertThat(past).as("records and values with a hidden past").isPositive();
            declassify(connection, reader, random);
            requireSame(reader);
            return changes;
        }
    }

    private void declassify(Connection other, Reader reader, Random random) throws SQLException {
        try (Connection connection = connect(ONE)) {
            assertThat(new DeclassifiedValues(connection, other, reader.caller(), random, TICKS_OF_DIFFERENCES).write())
                    .as("values that are hidden no more")
                    .isPositive();
        }
    }

    /** What changes from now on has this time in both databases, and the next ones. */
    private void setClock(long write) throws SQLException {
        execute("SELECT setval('simulated.tick', "
                + (TICKS_OF_DIFFERENCES + TICKS_OF_DECLASSIFICATION + write * TICKS_OF_WRITE) + ")");
    }

    /** Changes the other's database further while it is served, in what this reader may not read. */
    void alter(Reader reader, int round) throws SQLException {
        try (Connection connection = connect(OTHER)) {
            new HiddenDataMutator(connection, reader.caller(), new Random(seed + round)).alter();
        }
    }

    /** How many answers of each of the two came from memory, and how many did not. */
    List<String> publicAnswers() throws IOException, InterruptedException {
        List<String> counts = new ArrayList<>();
        for (PackagedRegistry registry : new PackagedRegistry[] {one, other}) {
            counts.add(registry.get(registry.managementPort(), "/q/metrics")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("registry_public_answers"))
                    .sorted()
                    .collect(Collectors.joining("\n")));
        }
        return counts;
    }

    /** This reader sees the same in both databases. */
    void requireSame(Reader reader) throws SQLException {
        assertThat(digests(OTHER, reader))
                .as("what %s sees of the other database", reader)
                .isEqualTo(digests(ONE, reader));
    }

    /** Writes as this reader in both, and as somebody of the other nation, unseen by the reader, in the other. */
    DifferentialWriter writer(Reader reader) throws SQLException {
        Random writing = new Random(seed + reader.name().hashCode());
        Map<String, List<String>> all = new TreeMap<>();
        Map<String, List<String>> unseen = new TreeMap<>();
        try (Connection connection = connect(ONE)) {
            List<VaultTable> tables = VaultTable.labelled(connection);
            VisibleState state = VisibleState.of(connection, reader.caller(), tables);
            for (VaultTable table : tables) {
                String type = typeOf(table);
                for (String id :
                        new VaultRows(connection).texts("SELECT id FROM vault." + table.name() + " ORDER BY id")) {
                    all.computeIfAbsent(type, missing -> new ArrayList<>()).add(id);
                    if (!state.sees(table, id)) {
                        unseen.computeIfAbsent(type, missing -> new ArrayList<>())
                                .add(id);
                    }
                }
            }
        }
        Reader hidden = reader.hidden();
        return new DifferentialWriter(
                DifferentialRunner.Registry.at(one.port()),
                DifferentialRunner.Registry.at(other.port()),
                new RandomMutations(schema, writing, all, labels(reader), !reader.isRegistrar()),
                authorization(reader),
                new RandomMutations(schema, writing, unseen, List.of(hidden.ownLabel()), true),
                String.valueOf(authorization(hidden)),
                writing,
                this::setClock);
    }

    /** Mostly one that they may give. */
    private static List<String> labels(Reader reader) {
        List<String> labels = new ArrayList<>(LABELS);
        labels.addAll(Collections.nCopies(2 * LABELS.size(), reader.usualLabel()));
        return labels;
    }

    private static String typeOf(VaultTable table) {
        return Stream.of(table.name().split("_", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private Map<String, String> digests(String database, Reader reader) throws SQLException {
        try (Connection connection = connect(database)) {
            return VisibleState.digests(connection, reader.caller(), instant);
        }
    }

    /** Has a fault in both of them, in the statements that they send. */
    void plant(UnaryOperator<String> fault) throws IOException {
        relayOfOne.plant(fault);
        relayOfOther.plant(fault);
    }

    /** Changes both databases. */
    void execute(String sql) throws SQLException {
        for (String database : new String[] {ONE, OTHER}) {
            try (Connection connection = connect(database)) {
                new VaultRows(connection).execute(sql);
            }
        }
    }

    /** Makes the origin of both databases; returns an instant between the changes of its records. */
    private String create(long seed) throws SQLException {
        administer("CREATE DATABASE " + ORIGIN);
        Flyway.configure()
                .dataSource(url(ORIGIN, postgres.getPort()), "postgres", "postgres")
                .locations("classpath:db/migration", "classpath:db/demo")
                .defaultSchema("migration")
                .load()
                .migrate();
        try (Connection connection = connect(ORIGIN)) {
            new RandomRecords(connection, new Random(seed)).insert();
            new VaultRows(connection)
                    .execute("INSERT INTO vault.need_to_know (issuer, subject, compartment, purpose, granted_by,"
                            + " valid_until) VALUES ('" + Reader.ISSUER + "', '" + Reader.NEEDY
                            + "', 'AMBER', 'exercise', 'security-officer', '2120-01-01')");
            new VaultRows(connection).execute(CLOCK);
            return new VaultRows(connection)
                    .texts("SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY at) FROM vault.change"
                            + " WHERE label_before IS NOT NULL")
                    .getFirst();
        }
    }

    private void copy(String name) throws SQLException {
        administer("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        administer("CREATE DATABASE " + name + " TEMPLATE " + ORIGIN);
        administer("REVOKE TEMPORARY ON DATABASE " + name + " FROM PUBLIC");
        administer("GRANT CREATE ON DATABASE " + name + " TO registry_owner");
    }

    /** Where the two listen. */
    int[] ports() {
        return new int[] {one.port(), other.port()};
    }

    private PackagedRegistry start(Path directory, String name, Path manifest, LeakingProxy relay, String executable)
            throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", url(name, relay.port()));
        settings.put("QUARKUS_DATASOURCE_PASSWORD", "registry");
        // Its connections are cut when its database is made anew.
        settings.put("QUARKUS_DATASOURCE_JDBC_VALIDATE_ON_BORROW", "true");
        settings.put(
                "QUARKUS_OIDC_PUBLIC_KEY",
                Base64.getEncoder().encodeToString(keys.getPublic().getEncoded()));
        settings.put("QUARKUS_OIDC_RESOURCE_METADATA_ENABLED", "false");
        settings.put("REGISTRY_CLEARANCE_COMPARTMENTS", "AMBER");
        settings.put("REGISTRY_SEALS_KEYS", "5e".repeat(32));
        settings.put("REGISTRY_TRUSTED_DOCUMENTS_MANIFESTS", manifest.toString());
        settings.put("REGISTRY_INTROSPECTION_OPEN", "true");
        // Which document is forgotten first, when there are too many, is chance: none is.
        settings.put("REGISTRY_TRUSTED_DOCUMENTS_AUTOMATIC", "true");
        settings.put("REGISTRY_CACHES_REGISTERED_DOCUMENTS", "200M");
        settings.put("REGISTRY_CACHES_REGISTERED_DOCUMENTS_OF_ONE", "100M");
        // Documents at random are more complex than sensible ones, and what is refused compares nothing.
        settings.put("REGISTRY_LIMITS_COMPLEXITY", "50000000");
        settings.put("REGISTRY_LIMITS_ANSWER_SIZE", "16M");
        settings.put("REGISTRY_CAPACITY_ANSWERS", "200M");
        settings.put("REGISTRY_LIMITS_FILTER_ASSOCIATIONS", "40");
        // Time is outside of the promise: what takes longer in one of the two is not compared.
        settings.put("REGISTRY_LIMITS_STATEMENT_TIME", "30s");
        settings.put("JAVA_TOOL_OPTIONS", "-Xmx2g -XX:TieredStopAtLevel=1");
        return PackagedRegistry.start(Files.createDirectory(directory.resolve(name)), settings, executable);
    }

    /** Documents that the services know beforehand. */
    private static Map<String, RandomDocument> trusted(GraphQLSchema schema, long seed) {
        RandomDocuments documents =
                new RandomDocuments(schema, new Random(seed), new SeenValues(), new Coverage(schema));
        Map<String, RandomDocument> trusted = new LinkedHashMap<>();
        while (trusted.size() < TRUSTED) {
            trusted.put(
                    "trusted-" + trusted.size(),
                    documents.next("nobody", Coverage.LOG).getFirst());
        }
        return trusted;
    }

    private void administer(String sql) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database, postgres.getPort()), "postgres", "postgres");
    }

    private static String url(String database, int port) {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?sslmode=disable";
    }

    @Override
    public void close() throws IOException {
        one.close();
        other.close();
        relayOfOne.close();
        relayOfOther.close();
        postgres.close();
    }
}
