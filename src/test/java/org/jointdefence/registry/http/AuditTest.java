package org.jointdefence.registry.http;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Needs Node 20 or newer. Without it the audits fail, unless they are left out on purpose: {@code -Daudits=off}, which says so
 * in the log.
 */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditTest {

    private static final Logger LOG = Logger.getLogger(AuditTest.class);
    private static final Path AUDITS = Path.of("src/test/audits");

    @TestHTTPResource("/graphql")
    @SuppressWarnings("NullAway.Init")
    String endpoint;

    @TestFactory
    Stream<DynamicTest> the_package_graphql_http_has_nothing_to_say_against_us() throws IOException {
        if (System.getProperty("audits", "on").equals("off")) {
            LOG.warn("The audits of graphql-http are left out: -Daudits=off");
            return Stream.empty();
        }
        assertThat(isThere("node") && isThere("npm"))
                .as("Node 20 or newer, with npm, is on the PATH; to leave the audits out, add -Daudits=off")
                .isTrue();
        if (!Files.exists(AUDITS.resolve("node_modules/graphql-http"))) {
            run("npm", "ci", "--no-audit", "--no-fund");
        }
        List<JsonPath> audits =
                run("node", "audits.js", endpoint).lines().map(JsonPath::new).toList();
        assertThat(audits).hasSizeGreaterThan(50);
        return audits.stream()
                .map(audit ->
                        DynamicTest.dynamicTest(audit.getString("id") + " " + audit.getString("name"), () -> assertThat(
                                        audit.getString("status"))
                                .as(String.valueOf(audit.getString("reason")))
                                .isEqualTo("ok")));
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(AUDITS.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.onExit().join().exitValue())
                .as(String.join(" ", command))
                .isZero();
        return output;
    }
}
