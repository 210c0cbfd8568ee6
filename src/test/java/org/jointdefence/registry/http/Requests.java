package org.jointdefence.registry.http;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** How the tests of this package ask, and what they expect of every error. */
public final class Requests {

    public static final String RESPONSE_JSON = "application/graphql-response+json";

    private Requests() {}

    /** A POST request of a client that wants to be told by the status code. */
    public static RequestSpecification asking() {
        return given().contentType("application/json").accept(RESPONSE_JSON);
    }

    public static Response ask(String query) {
        return ask(Map.of("query", query));
    }

    public static Response ask(Map<String, ?> request) {
        return asking().body(request).post("/graphql");
    }

    /** Holds if this is an error as errors are here: of this code, with an id, and with nothing of our insides. */
    public static void assertError(Response response, int status, String code) {
        String body = response.asString();
        assertThat(response.statusCode()).as(body).isEqualTo(status);
        JsonPath json = response.jsonPath();
        assertThat(json.getString("errors[0].extensions.code")).as(body).isEqualTo(code);
        assertThat(json.getString("errors[0].extensions.requestId")).as(body).matches("[0-9a-f]{16}");
        assertThat(json.getString("errors[0].message")).as(body).isNotBlank();
        assertThat(body)
                .doesNotContain(
                        "Exception", "java.", "io.quarkus", "graphql.", "LinkedHashMap", "Value{", "SRGQL", "SQL")
                .doesNotContainIgnoringCase("did you mean");
    }

    /** Holds if the server answers as if nothing had happened. */
    public static void assertAnswers() {
        Response response = ask("{ __typename }");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.asString()).isEqualTo("{\"data\":{\"__typename\":\"Query\"}}");
    }
}
