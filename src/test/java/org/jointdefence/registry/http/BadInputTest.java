package org.jointdefence.registry.http;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jointdefence.registry.http.Requests.RESPONSE_JSON;
import static org.jointdefence.registry.http.Requests.ask;
import static org.jointdefence.registry.http.Requests.asking;
import static org.jointdefence.registry.http.Requests.assertAnswers;
import static org.jointdefence.registry.http.Requests.assertError;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class BadInputTest {

    @TestHTTPResource("/graphql")
    @SuppressWarnings("NullAway.Init")
    URI endpoint;

    @AfterEach
    void the_server_answers_the_next_request_as_if_nothing_had_happened() {
        assertAnswers();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "NONSENSE",
                "null",
                "7",
                "\"{ __typename }\"",
                "[{\"query\":\"{ __typename }\"}]",
                "{\"query\":\"{ __typename }\"",
                "{\"query\":\"{ __typename }\"}}",
                "{\"query\":\"{ __typename }\",\"query\":\"{ __typename }\"}",
                "{\"query\":\"{ __typename }\",\"variables\":{\"a\":1,\"a\":2}}",
                "{\"query\":\"{ __typename }\",\"variables\":[]}",
                "{\"query\":\"{ __typename }\",\"variables\":\"{}\"}",
                "{\"query\":\"{ __typename }\",\"operationName\":7}",
                "{\"query\":\"{ __typename }\",\"operationName\":\"\\u0000\"}",
                "{\"query\":\"{ __typename }\",\"operationName\":\"\\ud800\"}",
                "{\"query\":\"query Ж { __typename }\",\"operationName\":\"Ж\"}",
                "{\"query\":\"{ __typename #\\ud800\\n}\"}",
                "{\"query\":\"{ __typename }\",\"variables\":{\"\\udc00\":1}}",
                "{\"query\":\"{ __typename }\",\"documentId\":\"\\ud800\"}",
                "{\"query\":\"{ __typename }\",\"extensions\":{\"persistedQuery\":{\"sha256Hash\":\"\\ud800\"}}}",
                "{\"query\":\"{ __typename }\",\"extensions\":[]}",
                "{\"query\":\"{ __typename }\",\"extensions\":{\"persistedQuery\":{}}}",
                "{\"query\":\"{ __typename }\",\"documentId\":\"c3a1\"}",
                "{\"query\":{}}",
                "{\"query\":null}",
                "{}",
                "{\"query\":NaN}",
                "{'query':'{ __typename }'}",
            })
    void a_body_that_is_no_request_is_400(String body) {
        assertError(asking().body(body).post("/graphql"), 400, "BAD_USER_INPUT");
        assertError(asking().accept("application/json").body(body).post("/graphql"), 400, "BAD_USER_INPUT");
    }

    @Test
    void a_body_in_another_encoding_than_utf_8_is_refused() {
        String json = "{\"query\":\"{ __typename }\",\"operationName\":\"ė\"}";
        for (Charset charset : new Charset[] {StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16}) {
            byte[] bytes = json.replace("ė", "é").getBytes(charset);
            assertError(asking().body(bytes).post("/graphql"), 400, "BAD_USER_INPUT");
        }
        assertError(
                asking().contentType("application/json; charset=iso-8859-1")
                        .body(json.getBytes(StandardCharsets.ISO_8859_1))
                        .post("/graphql"),
                415,
                "BAD_USER_INPUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/graphql",
                "application/xml",
                "application/x-www-form-urlencoded",
                "application/json-patch+json",
                "nonsense",
                "application/json; charset=utf-16",
            })
    void a_body_of_another_media_type_is_415(String contentType) {
        Response response = given().config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(contentType, ContentType.TEXT)))
                .contentType(contentType)
                .accept(RESPONSE_JSON)
                .body("{\"query\":\"{ __typename }\"}")
                .post("/graphql");
        assertError(response, 415, "BAD_USER_INPUT");
        assertThat(response.header("Accept")).isEqualTo("application/json");
        // It would say that the encoding was at fault (RFC 9110, section 12.5.3).
        assertThat(response.header("Accept-Encoding")).isNull();
    }

    @Test
    void a_body_with_two_media_types_is_415() throws IOException {
        assertThat(post("Content-Type: application/json\r\nContent-Type: text/plain\r\n", "{}"))
                .startsWith("HTTP/1.1 415 ");
    }

    @Test
    void multipart_is_415() {
        Response response = given().accept(RESPONSE_JSON)
                .multiPart("operations", "{\"query\":\"{ __typename }\"}")
                .multiPart("map", "{}")
                .multiPart("0", "file.txt", new byte[2_000])
                .post("/graphql");
        assertError(response, 415, "BAD_USER_INPUT");
    }

    @Test
    void a_body_without_a_media_type_is_415() throws IOException, InterruptedException {
        // REST-assured would add one.
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .POST(HttpRequest.BodyPublishers.ofString("{\"query\":\"{ __typename }\"}"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(415);
            assertThat(response.body()).contains("\"code\":\"BAD_USER_INPUT\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "identity, gzip", "identity\r\nContent-Encoding: gzip", "nonsense"})
    void a_compressed_body_is_415_and_the_response_names_what_is_accepted(String encoding) throws IOException {
        assertThat(post("Content-Type: application/json\r\nContent-Encoding: " + encoding + "\r\n", "{}"))
                .startsWith("HTTP/1.1 415 ")
                .containsIgnoringCase("\r\naccept-encoding: identity\r\n")
                .contains("\"code\":\"BAD_USER_INPUT\"", "must not be compressed");
    }

    @Test
    void a_body_that_says_that_it_is_not_encoded_is_read() throws IOException {
        assertThat(post(
                        "Content-Type: application/json\r\nContent-Encoding: Identity\r\n",
                        "{\"query\":\"{ __typename }\"}"))
                .startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void a_body_with_a_byte_order_mark_gets_an_error_that_says_so(String charset) {
        Response response = asking().body("\uFEFF{\"query\":\"{ __typename }\"}".getBytes(Charset.forName(charset)))
                .post("/graphql");
        assertError(response, 400, "BAD_USER_INPUT");
        assertThat(response.jsonPath().getString("errors[0].message")).contains("byte order mark");
    }

    @Test
    void so_are_variables_in_a_URL() {
        Response response = given().accept(RESPONSE_JSON)
                .queryParam("query", "{ __typename }")
                .queryParam("variables", "\uFEFF{}")
                .get("/graphql");
        assertError(response, 400, "BAD_USER_INPUT");
        assertThat(response.jsonPath().getString("errors[0].message")).contains("byte order mark");
    }

    /** The whole response to a request whose head no client library would write. */
    private String post(String head, String body) throws IOException {
        try (Socket socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            String request = "POST /graphql HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + head
                    + "Content-Length: " + body.length() + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"})
    void another_method_is_405_and_says_which_would_do(String method) {
        Response response = given().accept(RESPONSE_JSON).request(method, "/graphql");
        assertError(response, 405, "BAD_USER_INPUT");
        assertThat(response.header("Allow")).isEqualTo("GET, HEAD, POST, OPTIONS");
    }

    @Test
    void an_answer_that_the_client_does_not_accept_is_406() {
        Response response = asking().accept("text/html")
                .body("{\"query\":\"{ __typename }\"}")
                .post("/graphql");
        assertError(response, 406, "BAD_USER_INPUT");
        assertThat(response.contentType()).isEqualTo("application/json; charset=utf-8");
    }

    @Test
    void a_body_of_20_MB_is_413() {
        String query = "#".repeat(20_000_000);
        assertError(ask(query), 413, "LIMIT_EXCEEDED");
        Response chunked = asking().body(new ByteArrayInputStream(query.getBytes(StandardCharsets.UTF_8)))
                .post("/graphql");
        assertError(chunked, 413, "LIMIT_EXCEEDED");
    }

    @Test
    void ten_thousand_aliases_are_too_many() {
        String aliases = IntStream.range(0, 10_000)
                .mapToObj(i -> "a" + i + ":__typename")
                .collect(Collectors.joining(" "));
        assertError(ask("{" + aliases + "}"), 400, "LIMIT_EXCEEDED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "query",
                "{ nothing }",
                "{ viewer }",
                "{ __typename { name } }",
                "{ partnerFirms(unknown: 1) { totalCount } }",
                "{ partnerFirms(first: \"x\") { totalCount } }",
                "{ partnerFirms(first: 99999999999999999999) { totalCount } }",
                "{ partnerFirms(where: { legalName: { eq: 7 } }) { totalCount } }",
                "query($a: Int) { partnerFirms(first: $b) { totalCount } }",
                "query($a: Nonsense) { __typename }",
                "query($a: Int = \"x\") { partnerFirms(first: $a) { totalCount } }",
                "{ ...Missing }",
                "fragment F on Query { __typename }",
                "fragment F on Query { ...G } fragment G on Query { ...F } { ...F }",
                "subscription { viewer { subject } }",
                "type A { a: Int }",
                "{ \"\\uD800\" }",
                "{ partnerFirm(id: \"\\uD800\") { id } }",
                "{ partnerFirm(id: \"\\u{D800}\") { id } }",
                "{ partnerFirm(id: \"\\u{FFFFFFFFFFFFFFFFFF}\") { id } }",
            })
    void a_document_that_is_not_valid_is_400(String query) {
        assertError(ask(query), 400, "BAD_USER_INPUT");
        Response plain =
                asking().accept("application/json").body(Map.of("query", query)).post("/graphql");
        assertError(plain, 200, "BAD_USER_INPUT");
        assertThat(plain.asString()).doesNotContain("\"data\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"n\":\"x\"}",
                "{\"n\":{\"a\":1}}",
                "{\"n\":[1,2]}",
                "{\"n\":1.5}",
                "{\"n\":99999999999}",
                "{\"n\":true}"
            })
    void a_variable_of_the_wrong_type_is_400(String variables) {
        Response response = asking().body(
                        "{\"query\":\"query($n: Int) { partnerFirms(first: $n) { totalCount } }\",\"variables\":"
                                + variables + "}")
                .post("/graphql");
        assertError(response, 400, "BAD_USER_INPUT");
    }

    @Test
    void a_variable_that_is_missing_or_null_where_it_must_not_be_is_400() {
        String query = "query($id: ID!) { partnerFirm(id: $id) { id } }";
        assertError(ask(query), 400, "BAD_USER_INPUT");
        assertError(
                asking().body("{\"query\":\"" + query + "\",\"variables\":{\"id\":null}}")
                        .post("/graphql"),
                400,
                "BAD_USER_INPUT");
    }

    @Test
    void an_unknown_operation_name_is_400() {
        assertError(ask(Map.of("query", "query A { __typename }", "operationName", "B")), 400, "BAD_USER_INPUT");
    }

    @Test
    void a_document_with_two_operations_needs_an_operation_name() {
        String query = "query A { __typename } query B { b: __typename }";
        assertError(ask(query), 400, "BAD_USER_INPUT");
        assertError(ask(Map.of("query", query, "operationName", "")), 400, "BAD_USER_INPUT");
        assertThat(ask(Map.of("query", query, "operationName", "B")).asString())
                .isEqualTo("{\"data\":{\"b\":\"Query\"}}");
    }

    @Test
    void a_mutation_by_GET_is_405() {
        Response response = given().accept(RESPONSE_JSON)
                .queryParam("query", "mutation { __typename }")
                .get("/graphql");
        assertError(response, 405, "BAD_USER_INPUT");
        assertThat(response.header("Allow")).isEqualTo("POST");
    }

    @Test
    void what_nothing_but_SmallRye_would_serve_is_not_there() {
        assertThat(given().get("/graphql/schema.graphql").statusCode()).isEqualTo(404);
        assertThat(given().get("/graphql-ui").statusCode()).isEqualTo(404);
        assertError(
                given().header("Connection", "Upgrade")
                        .header("Upgrade", "websocket")
                        .header("Sec-WebSocket-Version", "13")
                        .header("Sec-WebSocket-Key", "SGVsbG8sIHdvcmxkIQ==")
                        .header("Sec-WebSocket-Protocol", "graphql-transport-ws")
                        .get("/graphql"),
                400,
                "BAD_USER_INPUT");
    }
}
