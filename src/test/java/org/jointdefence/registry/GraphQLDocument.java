package org.jointdefence.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A document to be sent to the running service: {@code GraphQLDocument.named("node").sentBy(persona, …)}. */
public record GraphQLDocument(String text) {

    // Escapes what UTF-8 cannot say: half a surrogate pair.
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), true);

    /** The document in {@code src/test/resources/graphql}. */
    public static GraphQLDocument named(String name) {
        try (InputStream file = GraphQLDocument.class.getResourceAsStream("/graphql/" + name + ".graphql")) {
            return new GraphQLDocument(new String(
                    Objects.requireNonNull(file, name + ".graphql is missing").readAllBytes(), UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sends the document's only operation. */
    public GraphQLAnswer sentBy(Persona persona) {
        return sentBy(persona, Map.of());
    }

    /** Sends the document's only operation. */
    public GraphQLAnswer sentBy(Persona persona, Map<String, ?> variables) {
        return send(persona, Map.of("query", text, "variables", variables));
    }

    /** Sends one of the document's operations. */
    public GraphQLAnswer sentBy(Persona persona, String operation, Map<String, ?> variables) {
        return send(persona, Map.of("query", text, "operationName", operation, "variables", variables));
    }

    private static GraphQLAnswer send(Persona persona, Map<String, ?> request) {
        try {
            Response response = persona.request()
                    .contentType(ContentType.JSON)
                    .body(JSON.writeValueAsString(new LinkedHashMap<>(request)))
                    .post("/graphql");
            return new GraphQLAnswer(response.statusCode(), response.asString());
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
