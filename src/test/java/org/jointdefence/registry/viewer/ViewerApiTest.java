package org.jointdefence.registry.viewer;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.jointdefence.registry.Persona;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewerApiTest {

    @Test
    void a_caller_without_a_token_is_nobody_and_sees_the_public_record() {
        viewer(given())
                .body("data.viewer.subject", nullValue())
                .body("data.viewer.roles", empty())
                .body("data.viewer.clearance.level", nullValue())
                .body("data.viewer.clearance.nation", nullValue())
                .body("data.viewer.clearance.compartments", empty());
    }

    @Test
    void a_caller_with_a_token_gets_its_claims() {
        viewer(Persona.named("lt-top-secret").request())
                .body("data.viewer.subject", equalTo("lt-top-secret"))
                .body("data.viewer.clearance.level", equalTo("TOP_SECRET"))
                .body("data.viewer.clearance.nation", equalTo("LT"))
                .body("data.viewer.clearance.compartments", contains("AMBER"));
    }

    @Test
    void an_auditor_has_a_role_and_a_nation_but_no_clearance() {
        viewer(Persona.named("auditor").request())
                .body("data.viewer.roles", contains("auditor"))
                .body("data.viewer.clearance.level", nullValue())
                .body("data.viewer.clearance.nation", equalTo("LT"));
    }

    private static ValidatableResponse viewer(RequestSpecification request) {
        return request.contentType(ContentType.JSON)
                .body(Map.of("query", "{ viewer { subject roles clearance { level nation compartments } } }"))
                .post("/graphql")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200);
    }
}
