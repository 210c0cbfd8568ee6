package org.jointdefence.registry.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.Vault;
import org.jointdefence.registry.write.Undo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Public answers to trusted documents come from memory as long as the public record is as it was. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicAnswersTest {

    private static final String CREATE = """
            mutation($input: CreatePartnerFirmInput!) {
              createPartnerFirm(input: $input) { partnerFirm { id version } }
            }""";

    private static final String UPDATE = """
            mutation($input: UpdateWeaponSystemInput!) { updateWeaponSystem(input: $input) { weaponSystem { id } } }""";

    @Inject
    MeterRegistry meters;

    /** A variable that is ignored, so that each test has a URL of its own. */
    private final String own = UUID.randomUUID().toString();

    @SuppressWarnings("NullAway.Init")
    private Undo undo;

    @BeforeEach
    void remember() {
        undo = new Undo();
    }

    @AfterEach
    void undo() {
        undo.run();
    }

    @Test
    void the_second_answer_comes_from_memory_and_is_the_same() {
        for (String method : new String[] {"GET", "HEAD"}) {
            for (String accepted : new String[] {"gzip", "identity", "deflate", "gzip;q=0"}) {
                RequestSpecification request = trusted(method + accepted).header("Accept-Encoding", accepted);
                Response read = request.request(method, "/graphql");
                assertThat(count("hit", () -> same(read, request.request(method, "/graphql"))))
                        .isOne();
                assertThat(count("hit", () -> assertThat(trusted(method + accepted)
                                        .header("If-None-Match", read.header("ETag"))
                                        .request(method, "/graphql")
                                        .statusCode())
                                .isEqualTo(304)))
                        .isOne();
            }
        }
    }

    private static void same(Response read, Response kept) {
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.headers().asList()).isEqualTo(read.headers().asList());
        assertThat(kept.asByteArray()).isEqualTo(read.asByteArray());
    }

    @Test
    void no_answer_is_older_than_the_acknowledgement_of_a_write() {
        for (int i = 0; i < 5; i++) {
            String name = "EXERCISE " + own + i;
            trusted("").get("/graphql");
            trusted("").get("/graphql");
            new GraphQLDocument(CREATE)
                    .sentBy(
                            Persona.named("registrar"),
                            Map.of("input", Map.of("legalName", name, "jurisdiction", "LT", "status", "DRAFT")))
                    .data();
            assertThat(count(
                            "miss", () -> assertThat(trusted("").get("/graphql").asString())
                                    .contains(name)))
                    .isOne();
        }
    }

    @Test
    void no_answer_is_older_than_the_lease_after_a_change_by_others() throws InterruptedException {
        String id = "(SELECT id FROM vault.partner_firm WHERE label = 0 ORDER BY legal_name LIMIT 1)";
        String old = Vault.column("SELECT legal_name FROM vault.partner_firm WHERE id = " + id)
                .getFirst();
        assertThat(trusted("").get("/graphql").asString()).contains(old);
        // The second one comes from memory, and has begun a lease.
        assertThat(trusted("").get("/graphql").asString()).contains(old);
        try {
            Vault.execute("UPDATE vault.partner_firm SET legal_name = 'AAA EXERCISE " + own + "' WHERE id = " + id);
            Thread.sleep(101);
            assertThat(trusted("").get("/graphql").asString()).contains(own);
        } finally {
            Vault.execute("UPDATE vault.partner_firm SET legal_name = '" + old.replace("'", "''")
                    + "' WHERE legal_name = 'AAA EXERCISE " + own + "'");
        }
    }

    @Test
    void hidden_changes_make_no_request_a_miss() throws InterruptedException {
        // The lease that others' changes do not end must be over.
        Thread.sleep(101);
        trusted("").get("/graphql");
        assertThat(count("hit", () -> trusted("").get("/graphql"))).isOne();
        JsonNode system = designated();
        String old = system.get("designation").asText();
        // A write of this process ends the lease; the epoch is asked for again, and is the same.
        new GraphQLDocument(UPDATE)
                .sentBy(
                        Persona.named("originator"),
                        Map.of(
                                "input",
                                Map.of(
                                        "id", system.get("id").asText(),
                                        "version", system.get("version").asText(),
                                        "designation", Map.of("value", own))))
                .data();
        try {
            assertThat(count("hit", () -> trusted("").get("/graphql"))).isOne();
        } finally {
            Vault.execute(
                    "UPDATE vault.weapon_system SET designation = '%s' WHERE designation = '%s'".formatted(old, own));
        }
        assertThat(count("hit", () -> trusted("").get("/graphql"))).isOne();
    }

    /** A weapon system with a designation that the originator reads, and the public does not. */
    private static JsonNode designated() {
        JsonNode systems = new GraphQLDocument("{ weaponSystems(first: 100) { nodes { id version designation } } }")
                .sentBy(Persona.named("originator"))
                .data()
                .at("/weaponSystems/nodes");
        for (JsonNode system : systems) {
            if (!system.get("designation").isNull()) {
                return system;
            }
        }
        throw new AssertionError("the originator reads no designation");
    }

    @Test
    void nothing_else_is_kept_or_counted() {
        double before = total("hit") + total("miss");
        for (int i = 0; i < 2; i++) {
            given().queryParam("query", "{ partnerFirms { nodes { legalName } } }")
                    .get("/graphql");
            given().queryParam("documentId", "unknown").get("/graphql");
            Persona.named("lt-secret")
                    .request()
                    .queryParam("documentId", "c3a1")
                    .get("/graphql");
            Persona.named("lt-secret")
                    .request()
                    .queryParam("documentId", "c3a1")
                    .get("/graphql");
            Requests.ask(Map.of("documentId", "c3a1"));
        }
        assertThat(total("hit") + total("miss")).isEqualTo(before);
    }

    @Test
    void errors_and_what_is_no_selection_of_records_are_read_each_time() {
        for (String[] parameter : new String[][] {
            {"c3a1", "{\"first\":-1}"}, {"f00d", "{}"},
        }) {
            assertThat(count("hit", () -> {
                        for (int i = 0; i < 2; i++) {
                            given().queryParam("documentId", parameter[0])
                                    .queryParam("variables", parameter[1])
                                    .get("/graphql");
                        }
                    }))
                    .isZero();
        }
    }

    private RequestSpecification trusted(String more) {
        return given().queryParam("documentId", "c3a1")
                .queryParam("variables", "{\"first\":100}")
                .queryParam("unused", own + more);
    }

    private double count(String result, Runnable requests) {
        double before = total(result);
        requests.run();
        return total(result) - before;
    }

    private double total(String result) {
        return meters.get("registry.public.answers")
                .tag("result", result)
                .counter()
                .count();
    }
}
