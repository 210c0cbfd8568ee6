package org.jointdefence.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Starts what the build packaged as an operator would: with the roles of db/bootstrap, and nothing of dev or tests. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(120)
class PackageIT {

    private static Installation installation;
    private static Path directory;

    @BeforeAll
    static void an_administrator_creates_the_roles_and_the_migrator_migrates(@TempDir Path directory)
            throws IOException, SQLException, InterruptedException {
        PackageIT.directory = directory;
        installation = Installation.create(directory);
    }

    @AfterAll
    static void stop() throws IOException {
        installation.close();
    }

    @Test
    void it_serves_the_public_record_and_answers_operators_on_a_port_of_their_own()
            throws IOException, InterruptedException {
        try (PackagedRegistry registry = PackagedRegistry.start(directory, settings())) {
            assertThat(registry.becomesReady()).as(registry.output()).isTrue();
            assertThat(registry.get(registry.managementPort(), "/q/metrics").body())
                    .contains("jvm_memory_used_bytes");
            assertThat(registry.get(registry.port(), "/q/health/ready").statusCode())
                    .isEqualTo(404);
            assertThat(registry.get(registry.port(), "/q/metrics").statusCode()).isEqualTo(404);
            assertThat(registry.get(registry.port(), "/graphiql/").statusCode())
                    .as("GraphiQL and tokens for the demo's users")
                    .isEqualTo(404);
            assertThat(registry.ask("{ weaponSystems { totalCount } }"))
                    .isEqualTo("{\"data\":{\"weaponSystems\":{\"totalCount\":0}}}");
        }
    }

    @Test
    void it_serves_the_page_with_the_documents_that_it_asks_by_unless_it_is_turned_off()
            throws IOException, InterruptedException {
        Map<String, String> settings = settings();
        settings.put("REGISTRY_TRUSTED_DOCUMENTS_ONLY", "true");
        try (PackagedRegistry registry = PackagedRegistry.start(directory, settings)) {
            assertThat(registry.becomesReady()).as(registry.output()).isTrue();
            String script = found(
                    "/static/bundle/app-[A-Z0-9]{8}\\.js",
                    registry.get(registry.port(), "/lt/firms").body());
            String home = found(
                    "sha256:[0-9a-f]{64}", registry.get(registry.port(), script).body());
            assertThat(registry.answer("", "{\"documentId\":\"" + home + "\"}")
                            .data()
                            .has("PartnerFirm"))
                    .isTrue();
        }
        settings.put("REGISTRY_PAGE_ENABLED", "false");
        try (PackagedRegistry registry = PackagedRegistry.start(directory, settings)) {
            assertThat(registry.becomesReady()).as(registry.output()).isTrue();
            for (String address : List.of("/", "/index.html", "/lt/firms")) {
                assertThat(registry.get(registry.port(), address).statusCode())
                        .as(address)
                        .isEqualTo(404);
            }
        }
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group();
    }

    @Test
    void its_schema_is_the_committed_one_and_no_more_can_be_used_of_it() throws IOException, InterruptedException {
        Map<String, String> settings = settings();
        settings.put("REGISTRY_INTROSPECTION_OPEN", "true");
        try (PackagedRegistry registry = PackagedRegistry.start(directory, settings)) {
            assertThat(registry.becomesReady()).as(registry.output()).isTrue();
            CommittedSchema.assertDescribes(
                    asked(registry, CommittedSchema.QUESTION).data());
            for (String document : CommittedSchema.HIDDEN_DIRECTIVES) {
                assertThat(asked(registry, document).error().get("message").asText())
                        .contains("nknown directive");
            }
        }
    }

    private static GraphQLAnswer asked(PackagedRegistry registry, String document)
            throws IOException, InterruptedException {
        return registry.answer("", new ObjectMapper().writeValueAsString(Map.of("query", document)));
    }

    @Test
    void it_does_not_listen_before_the_database_check_has_passed() throws Exception {
        try (Connection administrator = installation.administrator()) {
            administrator.setAutoCommit(false);
            administrator.createStatement().execute("LOCK TABLE vault.label_set_by_level");
            try (PackagedRegistry registry = PackagedRegistry.start(directory, settings())) {
                await(() -> isChecking("wait_event_type = 'Lock'"));
                Thread.sleep(1000);
                assertThat(listens(registry.port())).isFalse();
                assertThat(listens(registry.managementPort())).isFalse();
                administrator.rollback();
                assertThat(registry.becomesReady()).as(registry.output()).isTrue();
            }
        }
    }

    @Test
    void it_listens_before_the_identity_provider_has_answered() throws Exception {
        CompletableFuture<Integer> port = new CompletableFuture<>();
        CompletableFuture<Boolean> listening = new CompletableFuture<>();
        HttpServer provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/", exchange -> {
            try {
                int registry = port.get(1, TimeUnit.MINUTES);
                await(() -> listens(registry));
                listening.complete(true);
            } catch (AssertionError
                    | ExecutionException
                    | InterruptedException
                    | SQLException
                    | TimeoutException failure) {
                listening.completeExceptionally(failure);
            }
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        provider.start();
        try (PackagedRegistry registry = PackagedRegistry.start(
                directory,
                installation.settings(
                        "http://localhost:" + provider.getAddress().getPort()))) {
            port.complete(registry.port());
            assertThat(listening.get(1, TimeUnit.MINUTES)).as(registry.output()).isTrue();
        } finally {
            provider.stop(0);
        }
    }

    @Test
    void it_ends_when_its_role_could_read_past_the_views_and_says_so() throws Exception {
        installation.administer("GRANT USAGE ON SCHEMA vault TO registry_app");
        try {
            assertThat(refusal(settings()))
                    .isEqualTo("The registry does not start on this database:"
                            + " role registry_app has a right on schema vault");
        } finally {
            installation.administer("REVOKE USAGE ON SCHEMA vault FROM registry_app");
        }
    }

    @Test
    void it_ends_when_the_database_does_not_know_it_and_says_so() throws Exception {
        Map<String, String> settings = settings();
        settings.put("QUARKUS_DATASOURCE_USERNAME", "somebody");
        assertThat(refusal(settings))
                .isEqualTo("The registry does not start on this database: it rejects"
                        + " quarkus.datasource.username and password (SQLSTATE 28000)");
    }

    @Test
    void it_ends_when_nobody_is_named_who_issues_tokens_and_says_so() throws Exception {
        Map<String, String> settings = settings();
        settings.remove("QUARKUS_OIDC_AUTH_SERVER_URL");
        assertThat(refusal(settings)).isEqualTo("'quarkus.oidc.auth-server-url' property must be configured");
    }

    @Test
    void it_ends_when_a_key_for_cursors_is_no_key_and_says_so() throws Exception {
        Map<String, String> settings = settings();
        settings.put("REGISTRY_SEALS_KEYS", "00112233");
        assertThat(refusal(settings)).isEqualTo("registry.seals.keys: each key must be 64 hexadecimal digits");
    }

    @Test
    void the_profile_verify_says_whether_the_log_is_whole_and_ends() throws Exception {
        installation.administer(
                "SELECT registry.record_reading(gen_random_uuid(), 'issuer', 'reader', 'LT', 3, '{}', NULL, NULL, 'id', NULL,"
                        + " '{SELECT WeaponSystem.designation}',"
                        + " '\\x0001' || decode(repeat('00', 16) || 'ffffffff', 'hex'), NULL), registry.seal_readings(10)");
        Map<String, String> settings = settings();
        settings.put("QUARKUS_PROFILE", "verify");
        settings.remove("QUARKUS_OIDC_AUTH_SERVER_URL");
        String head;
        try (PackagedRegistry registry = PackagedRegistry.start(directory, settings)) {
            assertThat(registry.exitCode()).as(registry.output()).isZero();
            Matcher state =
                    Pattern.compile("(LT:1:[0-9a-f]{64}) intact, 0 not yet").matcher(registry.output());
            assertThat(state.find()).as(registry.output()).isTrue();
            head = state.group(1);
        }
        settings.put("REGISTRY_AUDIT_HEADS", head);
        try (PackagedRegistry registry = PackagedRegistry.start(directory, settings)) {
            assertThat(registry.exitCode()).as(registry.output()).isZero();
        }
        settings.put("REGISTRY_AUDIT_HEADS", head.replaceFirst("[0-9a-f]$", head.endsWith("0") ? "1" : "0"));
        assertThat(refusal(settings))
                .isEqualTo("The log of readings is not intact: LT no longer has the saved head of position 1");
        settings.remove("REGISTRY_AUDIT_HEADS");
        installation.administer("SET session_replication_role = replica; UPDATE vault.reading SET subject = 'nobody';"
                + " INSERT INTO vault.source (title, publisher, kind) VALUES ('EXERCISE', 'EXERCISE', 'OTHER')");
        settings.put("REGISTRY_AUDIT_VERIFY_STATE", "true");
        try {
            assertThat(refusal(settings))
                    .matches("The log of readings is not intact: LT BROKEN at position 1, reading [0-9a-f-]{36}:"
                            + " the reading was changed\\. The tables are not what was recorded: source: 1 of 1 records"
                            + " differ; the first is [0-9a-f-]{36} record has no creation");
        } finally {
            installation.administer(
                    "SET session_replication_role = replica; UPDATE vault.reading SET subject = 'reader';"
                            + " DELETE FROM vault.source");
        }
    }

    @Test
    void the_profile_erase_erases_what_verify_then_says_and_ends() throws Exception {
        String person = "00000000-0000-4000-8000-000000000001";
        installation.administer("INSERT INTO vault.person (id, name) VALUES ('" + person + "', 'EXERCISE');"
                + " UPDATE vault.person SET name = 'EXERCISE 2'");
        Map<String, String> settings = settings();
        settings.remove("QUARKUS_OIDC_AUTH_SERVER_URL");
        settings.put("QUARKUS_PROFILE", "erase");
        settings.put(
                "REGISTRY_ERASURE_RECORD",
                Base64.getUrlEncoder().withoutPadding().encodeToString(("Person:" + person).getBytes(UTF_8)));
        settings.put("REGISTRY_ERASURE_FIELDS", "name");
        settings.put("REGISTRY_ERASURE_OPERATOR", "operator");
        settings.put("REGISTRY_ERASURE_NATION", "UA");
        settings.put("QUARKUS_DATASOURCE_PASSWORD", "migrates");
        assertThat(refusal(settings))
                .isEqualTo("Nothing was erased: an erasure needs a reason, an operator and the nation that is"
                        + " responsible");
        settings.put("REGISTRY_ERASURE_REASON", "court order");
        try (PackagedRegistry registry = PackagedRegistry.start(directory, settings)) {
            assertThat(registry.exitCode()).as(registry.output()).isZero();
            assertThat(registry.output()).contains("3 changes erased");
        }
        settings = settings();
        settings.remove("QUARKUS_OIDC_AUTH_SERVER_URL");
        settings.put("QUARKUS_PROFILE", "verify");
        settings.put("REGISTRY_AUDIT_VERIFY_STATE", "true");
        try (PackagedRegistry registry = PackagedRegistry.start(directory, settings)) {
            assertThat(registry.exitCode()).as(registry.output()).isZero();
            assertThat(registry.output())
                    .contains("UA: 3 changes erased", "person: 1 records as recorded", "1 created records are there");
        }
    }

    private static boolean isChecking(String condition) throws SQLException {
        try (Connection connection = installation.administrator();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM pg_stat_activity WHERE usename = 'registry_app'"
                                + " AND query LIKE '%registry.violations()%' AND " + condition)) {
            row.next();
            return row.getInt(1) > 0;
        }
    }

    private static void await(Condition condition) throws InterruptedException, SQLException {
        for (int tries = 0; !condition.holds(); tries++) {
            assertThat(tries).as("tries").isLessThan(10_000);
            Thread.sleep(5);
        }
    }

    private interface Condition {
        boolean holds() throws SQLException;
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static Map<String, String> settings() {
        // Nobody listens there: that the issuer is away keeps nobody from the public record.
        return installation.settings("http://localhost:9/issuer");
    }

    /** The last line of a registry that ended by itself, with 1. */
    private String refusal(Map<String, String> settings) throws IOException, InterruptedException {
        try (PackagedRegistry registry = PackagedRegistry.start(directory, settings)) {
            assertThat(registry.exitCode()).as(registry.output()).isEqualTo(1);
            return registry.output().lines().reduce("", (line, next) -> next);
        }
    }
}
