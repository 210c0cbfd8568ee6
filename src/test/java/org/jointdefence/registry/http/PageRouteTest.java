package org.jointdefence.registry.http;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class PageRouteTest {

    private static final Pattern FILE = Pattern.compile("/static/bundle/[a-z]+-[A-Z0-9]{8}\\.(?:js|css)");

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/en", "/lt/firms", "/uk/firms/UGFydG5lckZpcm0?asOf=2026-01-01", "/en/anything/at/all"})
    void each_address_of_the_page_is_the_same_file_which_is_asked_for_every_time(String address) {
        Response page = given().urlEncodingEnabled(false).get(address);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.contentType()).startsWith("text/html");
        assertThat(page.asString()).isEqualTo(given().get("/").asString());
        assertThat(page.header("Cache-Control")).isEqualTo("no-cache");
        assertThat(page.header("Last-Modified")).isNull();
        assertSecure(page);
    }

    @Test
    void the_files_that_it_names_may_be_kept_for_ever_and_have_no_source_map() {
        Matcher files = FILE.matcher(given().get("/").asString());
        int found = 0;
        for (; files.find(); found++) {
            Response file = given().get(files.group());
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.header("Cache-Control")).contains("immutable");
            assertSecure(file);
            assertThat(given().get(files.group() + ".map").statusCode()).isEqualTo(404);
        }
        assertThat(found).isEqualTo(2);
    }

    @Test
    void what_a_first_visit_loads_is_small() {
        int bytes = size("/");
        for (Matcher files = FILE.matcher(given().get("/").asString()); files.find(); ) {
            bytes += size(files.group());
        }
        assertThat(bytes).isBetween(10_000, 60_000);
    }

    /** The bytes of a file as browsers ask for it. */
    private static int size(String file) {
        return given().config(RestAssuredConfig.config()
                        .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
                .header("Accept-Encoding", "gzip")
                .get(file)
                .asByteArray()
                .length;
    }

    private static void assertSecure(Response response) {
        assertThat(response.header("Content-Security-Policy"))
                .contains("default-src 'none'; script-src 'self';", "require-trusted-types-for 'script'")
                .doesNotContain("unsafe-", "*", "http");
        assertThat(response.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(response.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(response.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(response.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/graphql", "/q/health", "/firms", "/english", "/EN", "/static", "/favicon.ico"})
    void other_addresses_have_neither_the_page_nor_its_headers(String address) {
        Response other = given().get(address);

        assertThat(other.statusCode()).isIn(400, 404);
        assertThat(other.header("Content-Security-Policy")).isNull();
    }

    @Test
    void the_page_takes_nothing() {
        assertThat(given().body("x").post("/en/firms").statusCode()).isEqualTo(404);
        assertThat(given().delete("/lt").statusCode()).isEqualTo(404);
        assertThat(given().body("x").post("/nothing").statusCode()).isEqualTo(404);
    }
}
