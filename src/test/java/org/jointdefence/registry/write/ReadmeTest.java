package org.jointdefence.registry.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jointdefence.registry.GraphQLDocument;
import org.jointdefence.registry.Persona;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The chapter of the README that follows a firm is true. */
@QuarkusTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadmeTest {

    private static final String CHAPTER = "### A firm, from registration to withdrawal";
    private static final Pattern STEP = Pattern.compile(
            "\n`(?<user>[a-z-]+)`[^\n]*\n```graphql\n(?<asked>.*?)```\n```json\n(?<answer>.*?)```", Pattern.DOTALL);
    private static final String ANYTHING = "…";

    @Test
    void a_firm_is_followed_from_registration_to_withdrawal() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String chapter = readme.substring(readme.indexOf(CHAPTER)).split("\n## ", 2)[0];
        Undo undo = new Undo();
        try {
            Map<String, Object> variables = new HashMap<>();
            Iterator<MatchResult> steps = STEP.matcher(chapter).results().iterator();
            int count = 0;
            while (steps.hasNext()) {
                MatchResult step = steps.next();
                JsonNode expected = new ObjectMapper().readTree(step.group("answer"));
                JsonNode actual = new GraphQLDocument(step.group("asked"))
                        .sentBy(Persona.named(step.group("user")), variables)
                        .data();
                compare(step.group("user"), expected, actual);
                remember("id", actual, variables);
                remember("version", actual, variables);
                count++;
            }
            assertThat(count)
                    .isEqualTo(chapter.split("```graphql", -1).length - 1)
                    .isPositive();
        } finally {
            undo.run();
        }
    }

    private static void remember(String name, JsonNode data, Map<String, Object> variables) {
        JsonNode found = data.findValue(name);
        if (found != null) {
            variables.put(name, found.asText());
        }
    }

    private static void compare(String place, JsonNode expected, JsonNode actual) {
        if (expected.isTextual() && expected.asText().equals(ANYTHING)) {
            assertThat(actual.isNull()).as(place).isFalse();
        } else if (expected.isObject()) {
            assertThat(actual.fieldNames())
                    .toIterable()
                    .as(place)
                    .containsExactlyInAnyOrderElementsOf(expected::fieldNames);
            expected.fieldNames()
                    .forEachRemaining(name -> compare(place + "." + name, expected.get(name), actual.get(name)));
        } else if (expected.isArray()) {
            assertThat(actual).as(place).hasSameSizeAs(expected);
            for (int i = 0; i < expected.size(); i++) {
                compare(place + "[" + i + "]", expected.get(i), actual.get(i));
            }
        } else {
            assertThat(actual).as(place).isEqualTo(expected);
        }
    }
}
