package org.jointdefence.registry.http;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jointdefence.registry.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jointdefence.registry.http.Requests.ask;
import static org.jointdefence.registry.http.Requests.asking;
import static org.jointdefence.registry.http.Requests.assertAnswers;
import static org.jointdefence.registry.http.Requests.assertError;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** What is asked while there is no database to ask gets a quick and clear answer. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class AvailabilityTest {

    private static final String FIRMS = "{ partnerFirms(first: 1) { nodes { id } } }";

    @Inject
    DataSource database;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    @BeforeEach
    @AfterEach
    void the_server_answers_the_next_request_as_if_nothing_had_happened() {
        assertThat(ask(FIRMS).statusCode()).isEqualTo(200);
    }

    @Test
    void a_request_without_a_free_connection_is_asked_to_retry() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                taken.add(database.getConnection());
            }
            assertUnavailable();
            assertAnswers();
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    @Test
    void a_request_without_a_database_is_asked_to_retry() {
        Vault.execute("ALTER ROLE registry_app CONNECTION LIMIT 0");
        try {
            Vault.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'registry_app'");
            // Whatever the client takes: it is no answer of GraphQL.
            assertUnavailable(asking().accept("application/json")
                    .body(Map.of("query", FIRMS))
                    .post("/graphql"));
            // One for each connection that broke, and one for those that cannot be made.
            for (int i = 0; i < connections; i++) {
                assertUnavailable();
            }
            assertAnswers();
        } finally {
            Vault.execute("ALTER ROLE registry_app CONNECTION LIMIT -1");
        }
    }

    private static void assertUnavailable() {
        // Without a limit, the pool would have it wait for ever.
        assertUnavailable(assertTimeoutPreemptively(Duration.ofSeconds(30), () -> ask(FIRMS)));
    }

    private static void assertUnavailable(Response response) {
        assertError(response, 503, "UNAVAILABLE");
        assertThat(response.header("Retry-After")).isEqualTo("2");
        assertThat(response.header("Cache-Control")).isEqualTo("private, no-store");
    }
}
