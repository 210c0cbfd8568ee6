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

/** Writes a result as JSON; JSON that is already complete is not copied. */
public final class ResponseBody {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonSink out;
    private final JsonGenerator json;

    private ResponseBody(JsonSink out) throws IOException {
        this.out = out;
        this.json = FACTORY.createGenerator(out);
    }

    /**
     * The body of a response, in heap buffers that need no release.
     *
     * @param id the request id for errors
     * @param stepUp the value of the extension {@code stepUp}, which a {@link GraphQLResult.Written} already has; null
     *     if there is none
     */
    public static ByteBuf of(GraphQLResult result, RequestId id, @Nullable StepUp stepUp) {
        return switch (result) {
            case GraphQLResult.Written(CompletedJson json) ->
                Unpooled.wrappedBuffer(json.buffer(), json.offset(), json.length());
            case GraphQLResult.Executed executed ->
                object(body -> {
                    body.writeErrors(executed.errors(), id);
                    body.json.writeFieldName("data");
                    body.writeValue(executed.data());
                    body.writeExtensions(executed.extensions(), stepUp);
                });
            case GraphQLResult.Refused refused -> withoutData(refused.errors(), id, stepUp);
            case GraphQLResult.Rejected rejected -> withoutData(List.of(rejected.error()), id, stepUp);
        };
    }

    private static ByteBuf withoutData(List<RequestError> errors, RequestId id, @Nullable StepUp stepUp) {
        return object(body -> {
            body.writeErrors(errors, id);
            body.writeExtensions(Map.of(), stepUp);
        });
    }

    /** Writes the fields of an object. */
    @FunctionalInterface
    private interface Fields {
        void writeTo(ResponseBody body) throws IOException;
    }

    private static ByteBuf object(Fields fields) {
        JsonSink out = new JsonSink();
        try {
            ResponseBody body = new ResponseBody(out);
            body.json.writeStartObject();
            fields.writeTo(body);
            body.json.writeEndObject();
            body.json.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.content();
    }

    /** The bytes of heap that a body retains until it has been sent; a buffer can be larger than its content. */
    public static int retained(GraphQLResult result, ByteBuf body) {
        return result instanceof GraphQLResult.Written(CompletedJson json)
                ? json.buffer().length
                : body.readableBytes();
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
            if (error.record() != null) {
                json.writeStringField("record", error.record());
            }
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
                // Tells the generator that a value was written, and empties its buffer.
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
