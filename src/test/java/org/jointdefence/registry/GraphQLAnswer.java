package org.jointdefence.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;

import static org.assertj.core.api.Assertions.assertThat;

/** What the service answered; whatever fails here prints it. */
public record GraphQLAnswer(int status, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The whole answer. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(body, failure);
        }
    }

    /** The data of an answer without errors. */
    public JsonNode data() {
        JsonNode json = json();
        assertThat(json.has("errors")).as(toString()).isFalse();
        return json.get("data");
    }

    /** The one error of an answer that has no other. */
    public JsonNode error() {
        assertThat(json().path("errors")).as(toString()).hasSize(1);
        return json().get("errors").get(0);
    }

    /** What an error tells a program. */
    public String code() {
        return error().at("/extensions/code").asText();
    }

    /** What must be the same for the same question: all bytes but those of the request's own id. */
    public String comparable() {
        return status + " " + body.replaceAll("(\"requestId\":\")[0-9a-f]{16}\"", "$1\"");
    }

    @Override
    public String toString() {
        return status + " " + body;
    }
}
