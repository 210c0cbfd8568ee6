package org.jointdefence.registry.http;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Optional;
import org.jointdefence.registry.Configured;
import org.jointdefence.registry.http.response.HttpConfig;
import org.jointdefence.registry.http.response.PublicAddress;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jointdefence.registry.http.Requests.RESPONSE_JSON;
import static org.jointdefence.registry.http.Requests.assertError;

/** What a browser is told about pages of other origins, and where the service says that it is. */
@QuarkusTest
@TestProfile(Configured.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class CrossOriginTest {

    private static final String METADATA = "/.well-known/oauth-protected-resource";
    private static final String QUESTION = "{\"query\":\"{ __typename }\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example",
                "http://localhost",
                "http://localhost:5173",
                "http://localhost:65535",
                "http://[::1]:3000"
            })
    void a_page_of_a_configured_origin_may_ask_and_read_what_it_needs(String origin) {
        Response preflight = from(origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,x-apollo-operation-name")
                .options("/graphql");
        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(origin);
        assertThat(preflight.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST");
        assertThat(preflight.header("Access-Control-Allow-Headers")).isEqualTo("authorization, content-type, *");
        assertThat(preflight.header("Access-Control-Max-Age")).isEqualTo("7200");
        assertThat(preflight.header("Vary")).isEqualToIgnoringCase("Origin");

        Response answer = ask(from(origin), QUESTION);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertReadable(answer, origin);
    }

    @Test
    void an_answer_that_is_an_error_can_be_read_too() {
        String origin = "https://app.example";
        Response[] errors = {
            ask(from(origin), "{"),
            ask(from(origin), "{\"query\":\"{ nothing }\"}"),
            ask(from(origin).header("Authorization", "Bearer nonsense"), QUESTION),
            ask(from(origin).header("Content-Encoding", "gzip"), QUESTION),
            from(origin).contentType("text/plain").body("{}").post("/graphql"),
            from(origin).accept("text/plain").get("/graphql?query=%7B__typename%7D"),
            from(origin).delete("/graphql"),
        };
        assertThat(errors).extracting(Response::statusCode).containsExactly(400, 400, 401, 415, 415, 406, 405);
        for (Response error : errors) {
            assertReadable(error, origin);
            assertThat(error.header("X-Request-Id")).isNotEmpty();
        }
        assertThat(errors[2].header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    private static void assertReadable(Response response, String origin) {
        assertThat(response.headers().getValues("Access-Control-Allow-Origin")).containsExactly(origin);
        assertThat(response.header("Access-Control-Expose-Headers"))
                .isEqualTo("Retry-After, WWW-Authenticate, X-Request-Id");
        assertThat(response.header("Vary")).contains("Origin");
        // A token is a header, and nothing depends on a cookie.
        assertThat(response.header("Access-Control-Allow-Credentials")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example",
                "http://app.example",
                "https://app.example:8443",
                "https://app.example.elsewhere.example",
                "https://APP.example",
                "http://localhost.elsewhere.example",
                "http://localhost:5173.elsewhere.example",
                "http://localhost:",
                "http://localhost:123456",
                "null",
                "*",
            })
    void a_page_of_another_origin_may_not(String origin) {
        for (Response response :
                List.of(ask(from(origin), QUESTION), from(origin).options("/graphql"))) {
            assertError(response, 403, "FORBIDDEN");
            assertThat(response.headers().asList())
                    .noneMatch(header -> header.getName().startsWith("Access-Control"));
            assertThat(response.header("Vary")).contains("Origin");
        }
    }

    @Test
    void a_page_of_our_own_and_whoever_is_no_page_may_ask() {
        for (RequestSpecification request : List.of(
                given(),
                from("https://registry.example").header("Host", "registry.example"),
                from("http://registry.example:8080").header("Host", "registry.example:8080"))) {
            Response answer = ask(request, QUESTION);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.header("Access-Control-Allow-Origin")).isNull();
            assertThat(answer.header("Vary")).contains("Origin");
        }
    }

    @Test
    void metadata_name_the_public_address_whatever_the_request_calls_it() {
        Response root = given().header("Host", "elsewhere.example").get(METADATA);
        assertThat(root.statusCode()).isEqualTo(200);
        assertThat(root.contentType()).isEqualTo("application/json");
        assertThat(root.header("Cache-Control")).isEqualTo("public, max-age=600");
        assertThat(root.jsonPath().getString("resource")).isEqualTo("https://registry.example");
        assertThat(root.jsonPath().getList("authorization_servers", String.class))
                .singleElement()
                .asString()
                .startsWith("http://");
        assertThat(root.jsonPath().getList("bearer_methods_supported")).containsExactly("header");
        assertThat(given().header("X-Forwarded-Host", "elsewhere.example")
                        .get(METADATA + "/graphql")
                        .jsonPath()
                        .getString("resource"))
                .isEqualTo("https://registry.example/graphql");
        assertThat(root.asString() + root.headers()).doesNotContain("elsewhere");
    }

    @Test
    void metadata_are_there_for_GET_and_HEAD_and_for_pages_of_configured_origins() {
        assertThat(given().head(METADATA).statusCode()).isEqualTo(200);
        assertThat(given().head(METADATA).asByteArray()).isEmpty();
        assertThat(given().post(METADATA).statusCode()).isEqualTo(405);
        assertThat(given().post(METADATA).header("Allow")).isEqualTo("GET, HEAD, OPTIONS");
        assertThat(from("https://app.example").get(METADATA).header("Access-Control-Allow-Origin"))
                .isEqualTo("https://app.example");
        assertThat(from("https://elsewhere.example").get(METADATA).header("Access-Control-Allow-Origin"))
                .isNull();
        assertThat(given().get(METADATA + "/other").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "app.example",
                "https://app.example/",
                "https://app.example/path",
                "https://user@app.example",
                "https://APP.example",
                "https://*.example",
                "ftp://app.example",
                "https://app.example:port",
                "https://app.example\r\nX: y",
            })
    void what_is_no_origin_ends_the_start(String origin) {
        assertThatThrownBy(() -> new CrossOrigin(new Settings(Optional.empty(), Optional.of(List.of(origin)))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("registry.http.cors-origins: ");
        assertThatThrownBy(() -> new PublicAddress(new Settings(Optional.of(origin), Optional.empty())))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("registry.http.public-address: ");
    }

    private record Settings(Optional<String> publicAddress, Optional<List<String>> corsOrigins) implements HttpConfig {}

    private static RequestSpecification from(String origin) {
        return given().header("Origin", origin);
    }

    private static Response ask(RequestSpecification request, String body) {
        return request.contentType("application/json")
                .accept(RESPONSE_JSON)
                .body(body)
                .post("/graphql");
    }
}
