package org.jointdefence.registry.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.Persona;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The tabs of GraphiQL, a registrar's first hour, are true. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class GraphiQLTabsTest {

    private static final Path FOLDER = Path.of("src/dev/graphiql");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A variable that the user fills in: the tab whose answer has the value, and where it is in the data. */
    private static final Pattern TO_FILL_IN = Pattern.compile("\"(?<tab>[A-Z]\\w+): (?<place>[\\w.]+)\"");

    private final Map<String, JsonNode> answers = new HashMap<>();

    @Test
    void a_registrar_follows_the_tabs_from_the_first_to_the_last() throws IOException {
        Undo undo = new Undo();
        try {
            List<String> names = new ArrayList<>();
            for (JsonNode tab : JSON.readTree(Files.readString(FOLDER.resolve("tabs.json")))) {
                names.add(tab.get("document").asText());
                answers.put(names.getLast(), send(tab).data());
            }
            try (Stream<Path> documents = Files.list(FOLDER.resolve("tabs"))) {
                assertThat(documents.map(document -> document.getFileName().toString()))
                        .containsExactlyInAnyOrderElementsOf(
                                names.stream().map(name -> name + ".graphql").toList());
            }
            assertThat(names).hasSameSizeAs(answers.keySet());

            assertThat(answer("WhoAmI", "viewer.roles").get(0).asText()).isEqualTo("registrar");
            assertThat(answer("WhoAmI", "viewer.warning").isNull()).isTrue();
            assertThat(answer("FindFirm", "partnerFirms.nodes")).isEmpty();
            assertThat(answer("RegisterFirm", "createPartnerFirm.warnings")).isEmpty();
            assertThat(answer("RegisterFirm", "createPartnerFirm.partnerFirm.nextStatuses.0")
                            .asText())
                    .isEqualTo("SCREENED");
            assertThat(answer("AddSource", "createSource.source.partnerFirms.nodes"))
                    .hasSize(1);
            assertThat(answer("ReadHistory", "partnerFirm.history.nodes.1.after.status")
                            .asText())
                    .isEqualTo("SCREENED");
            assertThat(answer("AsItWas", "now.status").asText()).isEqualTo("APPROVED");
            assertThat(answer("AsItWas", "then.status").asText()).isEqualTo("SCREENED");
            assertThat(answer("Withdraw", "withdrawPartnerFirm.partnerFirm.withdrawalReason")
                            .asText())
                    .isNotEmpty();
        } finally {
            undo.run();
        }
    }

    @Test
    void what_the_tabs_say_about_repeating_them_is_true() throws IOException {
        Undo undo = new Undo();
        try {
            for (String name : List.of("RegisterFirm", "AddSource", "Screen")) {
                answers.put(name, send(tab(name)).data());
            }
            assertThat(send(tab("FindFirm")).data().at("/partnerFirms/nodes/0/id"))
                    .as("the firm is found by other spellings of its name and identifier")
                    .isEqualTo(answer("RegisterFirm", "createPartnerFirm.partnerFirm.id"));
            assertThat(send(tab("RegisterFirm")).data().at("/createPartnerFirm/partnerFirm/id"))
                    .as("the idempotency key")
                    .isEqualTo(answer("RegisterFirm", "createPartnerFirm.partnerFirm.id"));
            assertThat(send(tab("Screen")).code()).isEqualTo("CONFLICT");
        } finally {
            undo.run();
        }
    }

    private static JsonNode tab(String name) throws IOException {
        for (JsonNode tab : JSON.readTree(Files.readString(FOLDER.resolve("tabs.json")))) {
            if (tab.get("document").asText().equals(name)) {
                return tab;
            }
        }
        throw new AssertionError(name);
    }

    /** Sends a tab as the page does, with its variables filled in from the answers to earlier ones. */
    private GraphQLAnswer send(JsonNode tab) throws IOException {
        String name = tab.get("document").asText();
        String document = Files.readString(FOLDER.resolve("tabs").resolve(name + ".graphql"));
        String variables = TO_FILL_IN.matcher(tab.path("variables").toString()).replaceAll(found -> {
            assertThat(document).as(name).containsPattern("# .*" + found.group("tab"));
            return answer(found.group("tab"), found.group("place")).toString();
        });
        ObjectNode request = JSON.createObjectNode().put("query", document).put("operationName", name);
        request.set("variables", variables.isEmpty() ? JSON.nullNode() : JSON.readTree(variables));
        RequestSpecification headed = Persona.named("registrar").request();
        tab.path("headers")
                .properties()
                .forEach(header ->
                        headed.header(header.getKey(), header.getValue().asText()));
        Response response = headed.contentType("application/json; charset=utf-8")
                .body(request.toString())
                .post("/graphql");
        return new GraphQLAnswer(response.statusCode(), response.asString());
    }

    private JsonNode answer(String tab, String place) {
        JsonNode found = Objects.requireNonNull(answers.get(tab), tab + " has not been sent before")
                .at("/" + place.replace('.', '/'));
        assertThat(found).as("%s: %s", tab, place).isNotInstanceOf(MissingNode.class);
        return found;
    }
}
