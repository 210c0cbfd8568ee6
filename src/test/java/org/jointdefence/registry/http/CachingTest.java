package org.jointdefence.registry.http;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.jointdefence.registry.Persona;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.DecoderConfig.decoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jointdefence.registry.http.Requests.RESPONSE_JSON;
import static org.jointdefence.registry.http.Requests.ask;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class CachingTest {

    private static final String VARY = "Authorization, Accept, Accept-Encoding, Origin, Cookie, Sec-Fetch-Site";

    @Test
    void a_trusted_document_by_GET_without_a_token_may_be_kept_and_must_be_revalidated() {
        Response response = trusted(given());

        assertThat(response.header("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(response.header("Vary")).isEqualTo(VARY);
        assertThat(response.header("ETag")).matches("W/\"[A-Za-z0-9_-]{24}\"");
    }

    @Test
    void what_was_kept_is_still_good_while_the_answer_is_the_same() {
        String tag = trusted(given()).header("ETag");

        for (String ifNoneMatch : new String[] {tag, tag.substring(2), "\"other\", " + tag, "*"}) {
            Response response = trusted(given().header("If-None-Match", ifNoneMatch));
            assertThat(response.statusCode()).isEqualTo(304);
            assertThat(response.asByteArray()).isEmpty();
            assertThat(response.header("ETag")).isEqualTo(tag);
            assertThat(response.header("Cache-Control")).isEqualTo("public, no-cache");
            assertThat(response.header("Vary")).isEqualTo(VARY);
        }
        assertThat(trusted(given().header("If-None-Match", "W/\"other\"")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void another_answer_has_another_tag() {
        assertThat(trusted(given().queryParam("variables", "{\"first\":1}")).header("ETag"))
                .isNotEqualTo(trusted(given()).header("ETag"));
        assertThat(trusted(given().accept("application/json")).header("ETag"))
                .isNotEqualTo(trusted(given().accept(RESPONSE_JSON)).header("ETag"));
    }

    @Test
    void nothing_is_kept_for_a_caller_with_a_token() {
        Response response = trusted(Persona.named("lt-secret").request());

        assertThat(response.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(response.header("ETag")).isNull();
    }

    @Test
    void nothing_is_kept_of_other_documents_nor_of_errors_nor_of_POST() {
        Response[] responses = {
            given().queryParam("query", "{ __typename }").get("/graphql"),
            trusted(given().queryParam("variables", "{\"first\":-1}")),
            given().queryParam("documentId", "unknown").get("/graphql"),
            ask("{ __typename }"),
        };
        for (Response response : responses) {
            assertThat(response.header("Cache-Control")).isEqualTo("private, no-store");
            assertThat(response.header("ETag")).isNull();
        }
    }

    @Test
    void a_long_answer_is_compressed_for_clients_that_like_it_and_a_short_one_is_not() {
        String long_ = "{ __schema { types { name description } } }";
        assertThat(encoding(long_, "gzip")).isEqualTo("gzip");
        assertThat(encoding(long_, "identity")).isNull();
        assertThat(encoding("{ __typename }", "gzip")).isNull();
    }

    private static String encoding(String query, String accepted) {
        // REST-assured accepts gzip of its own accord, unless it is told not to decode anything.
        return given().config(config().decoderConfig(decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", accepted)
                .queryParam("query", query)
                .get("/graphql")
                .header("Content-Encoding");
    }

    private static Response trusted(RequestSpecification request) {
        return request.queryParam("documentId", "c3a1").get("/graphql");
    }
}
