package org.jointdefence.registry;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A document to be sent to the running service: {@code GraphQLDocument.named("node").sentBy(persona, …)}. */
public record GraphQLDocument(String text) {

    // Escapes what UTF-8 cannot say: half a surrogate pair.
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), true);

    // REST Assured is for the tests of single requests: it takes ten times the processor's time for each.
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

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
            HttpRequest.Builder post = HttpRequest.newBuilder(
                            URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/graphql"))
                    .header("Content-Type", "application/json")
                    .header("Accept", "*/*")
                    .header("Accept-Encoding", "gzip")
                    .POST(BodyPublishers.ofString(JSON.writeValueAsString(new LinkedHashMap<>(request))));
            if (persona.hasToken()) {
                persona.grant().identify(post, persona.name());
            }
            HttpResponse<byte[]> response = HTTP.send(post.build(), BodyHandlers.ofByteArray());
            return new GraphQLAnswer(response.statusCode(), text(response));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }

    private static String text(HttpResponse<byte[]> response) throws IOException {
        boolean compressed =
                response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        try (InputStream body = new ByteArrayInputStream(response.body());
                InputStream plain = compressed ? new GZIPInputStream(body) : body) {
            return new String(plain.readAllBytes(), UTF_8);
        }
    }
}
