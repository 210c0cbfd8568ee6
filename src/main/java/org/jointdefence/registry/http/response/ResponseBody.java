package org.jointdefence.registry.http.response;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import graphql.language.SourceLocation;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.clearance.StepUp;
import org.jointdefence.registry.request.GraphQLResult;
import org.jointdefence.registry.request.StepUpExtension;
import org.jointdefence.registry.request.error.RequestError;
import org.jointdefence.registry.request.error.RequestId;
import org.jointdefence.registry.selection.json.CompletedJson;
import org.jspecify.annotations.Nullable;

/** Writes an answer as JSON; what is JSON already goes through as it is. */
public final class ResponseBody {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonSink out;
    private final JsonGenerator json;

    private ResponseBody(JsonSink out) throws IOException {
        this.out = out;
        this.json = FACTORY.createGenerator(out);
    }

    /**
     * The body, in heap memory that nobody has to release.
     *
     * @param stepUp what a result tells that is not written yet
     */
    public static ByteBuf of(GraphQLResult outcome, RequestId id, @Nullable StepUp stepUp) {
        if (outcome instanceof GraphQLResult.Written(CompletedJson json)) {
            return Unpooled.wrappedBuffer(json.buffer(), json.offset(), json.length());
        }
        JsonSink out = new JsonSink();
        try {
            ResponseBody body = new ResponseBody(out);
            body.write(outcome, id, stepUp);
            body.json.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.content();
    }

    /** How many bytes of heap a body holds until it has been sent, which can be more than it is long. */
    public static int retained(GraphQLResult outcome, ByteBuf body) {
        return outcome instanceof GraphQLResult.Written(CompletedJson json)
                ? json.buffer().length
                : body.readableBytes();
    }

    private void write(GraphQLResult outcome, RequestId id, @Nullable StepUp stepUp) throws IOException {
        json.writeStartObject();
        switch (outcome) {
            case GraphQLResult.Written written -> throw new IllegalStateException("it is written already");
            case GraphQLResult.Executed executed -> {
                writeErrors(executed.errors(), id);
                json.writeFieldName("data");
                writeValue(executed.data());
                writeExtensions(executed.extensions(), stepUp);
            }
            case GraphQLResult.Refused refused -> {
                writeErrors(refused.errors(), id);
                writeExtensions(Map.of(), stepUp);
            }
            case GraphQLResult.Rejected rejected -> {
                writeErrors(List.of(rejected.error()), id);
                writeExtensions(Map.of(), stepUp);
            }
        }
        json.writeEndObject();
    }

    private void writeExtensions(Map<Object, Object> extensions, @Nullable StepUp stepUp) throws IOException {
        if (extensions.isEmpty() && stepUp == null) {
            return;
        }
        json.writeObjectFieldStart("extensions");
        for (Map.Entry<Object, Object> extension : extensions.entrySet()) {
            json.writeFieldName(String.valueOf(extension.getKey()));
            writeValue(extension.getValue());
        }
        if (stepUp != null) {
            json.writeFieldName(StepUpExtension.NAME);
            writeValue(StepUpExtension.of(stepUp));
        }
        json.writeEndObject();
    }

    private void writeErrors(List<RequestError> errors, RequestId id) throws IOException {
        if (errors.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("errors");
        for (RequestError error : errors) {
            json.writeStartObject();
            json.writeStringField("message", error.message());
            writeLocations(error.locations());
            if (!error.path().isEmpty()) {
                json.writeFieldName("path");
                writeValue(error.path());
            }
            json.writeObjectFieldStart("extensions");
            json.writeStringField("code", error.code().name());
            json.writeStringField("requestId", id.toString());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeLocations(List<SourceLocation> locations) throws IOException {
        if (locations.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("locations");
        for (SourceLocation location : locations) {
            json.writeStartObject();
            json.writeNumberField("line", location.getLine());
            json.writeNumberField("column", location.getColumn());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeValue(@Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case CompletedJson completed -> {
                // Makes the generator write what it has, and take the value for written.
                json.writeRawValue("");
                json.flush();
                out.append(completed);
            }
            case String text -> json.writeString(text);
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case Map<?, ?> object -> {
                json.writeStartObject();
                for (Map.Entry<?, ?> entry : object.entrySet()) {
                    json.writeFieldName(String.valueOf(entry.getKey()));
                    writeValue(entry.getValue());
                }
                json.writeEndObject();
            }
            case Iterable<?> list -> {
                json.writeStartArray();
                for (Object each : list) {
                    writeValue(each);
                }
                json.writeEndArray();
            }
            default ->
                throw new IllegalStateException(
                        "no scalar is serialised as " + value.getClass().getName());
        }
    }
}
