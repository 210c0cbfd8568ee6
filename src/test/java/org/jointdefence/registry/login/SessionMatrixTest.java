package org.jointdefence.registry.login;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.Configured;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.accessmatrix.AccessByReading;
import org.jointdefence.registry.audit.Log;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole access matrix in sessions: each is worth what its access token is worth, no more and no less. */
@QuarkusTest
@TestProfile(Configured.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SessionMatrixTest extends AccessByReading {

    private static final EmbeddedProvider SESSIONS = new EmbeddedProvider();

    @Override
    protected Persona persona(String name) {
        return new Persona(name, SESSIONS);
    }

    @ParameterizedTest
    @MethodSource("personas")
    void a_session_gets_the_same_bytes_as_its_token(String persona) {
        GraphQLDocument viewer = new GraphQLDocument(
                "{ viewer { subject roles clearance { level nation compartments } rolesSeen warning } }");
        assertThat(viewer.sentBy(persona(persona)).comparable())
                .isEqualTo(viewer.sentBy(Persona.named(persona)).comparable());
        for (String type : List.of("PartnerFirm", "ProductionFacility", "WeaponSystem", "Agreement", "Organisation")) {
            GraphQLDocument document = GraphQLDocument.named("access/" + type);
            assertThat(document.sentBy(persona(persona), "Page", Map.of("first", 100))
                            .comparable())
                    .isEqualTo(document.sentBy(Persona.named(persona), "Page", Map.of("first", 100))
                            .comparable());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"registrar", "originator", "approver", "ua-originator", "security-officer", "auditor"})
    void the_roles_of_a_session_are_those_of_its_token(String persona) {
        GraphQLDocument document = new GraphQLDocument("""
                { viewer { subject roles clearance { level nation compartments } }
                  disclosures(first: 1) { nodes { operationName } } }""");

        assertThat(document.sentBy(new Persona(persona, SESSIONS)).json().at("/data/viewer"))
                .isEqualTo(document.sentBy(Persona.named(persona)).json().at("/data/viewer"));
        assertThat(document.sentBy(new Persona(persona, SESSIONS)).json().findValues("code"))
                .isEqualTo(document.sentBy(Persona.named(persona)).json().findValues("code"));
    }

    @Test
    void the_log_names_the_same_reader() {
        ask("InSession", new Persona("lt-secret", SESSIONS));
        ask("WithToken", Persona.named("lt-secret"));

        assertThat(comparable("InSession")).isNotEmpty().isEqualTo(comparable("WithToken"));
        assertThat(Log.entries("InSession")).isNotEmpty().isEqualTo(Log.entries("WithToken"));
    }

    private static void ask(String operation, Persona persona) {
        new GraphQLDocument("query " + operation + " { weaponSystems { nodes { designation } } }").sentBy(persona);
    }

    private static List<String> comparable(String operation) {
        return Log.readings(operation).stream()
                .map(row -> row.get("issuer") + " " + row.get("subject") + " " + row.get("level") + " "
                        + row.get("nation") + " " + row.get("compartments"))
                .toList();
    }
}
