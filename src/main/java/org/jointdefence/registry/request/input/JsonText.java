package org.jointdefence.registry.request.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jointdefence.registry.budget.LimitsConfig;
import org.jointdefence.registry.error.ErrorCode;
import org.jointdefence.registry.request.error.HttpError;
import org.jspecify.annotations.Nullable;

/**
 * Parses JSON objects as strictly as RFC 8259 allows: UTF-8 only, no duplicate names, nothing after the value. It stops
 * at the configured depth, number of values and lengths.
 */
@Singleton
public class JsonText {

    /** For files of the operator, which may be of any size. */
    public static final JsonText OF_OPERATORS =
            new JsonText(1_000, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static final int LONGEST_NAME = 255;

    /** The first two bytes of a byte order mark: in UTF-8, and in UTF-16 of both byte orders. */
    private static final Set<Integer> BYTE_ORDER_MARKS = Set.of(0xEFBB, 0xFEFF, 0xFFFE);

    private final JsonFactory factory;
    private final int depth;
    private final int values;
    private final int listLength;
    private final int characters;

    @Inject
    public JsonText(LimitsConfig limits) {
        this(limits.inputDepth(), limits.inputValues(), limits.listLength(), limits.characters());
    }

    /**
     * Creates a parser.
     *
     * @param depth the maximum nesting of objects and lists
     * @param values the maximum number of values, objects and lists included
     * @param listLength the maximum number of elements of one list
     * @param characters the maximum length of one string
     */
    JsonText(int depth, int values, int listLength, int characters) {
        this.depth = depth;
        this.values = values;
        this.listLength = listLength;
        this.characters = characters;
        this.factory = JsonFactory.builder()
                // All callers would share Jackson's table of names, and one could fill it with colliding names.
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(depth + 1)
                        .maxStringLength(characters)
                        .maxNameLength(characters == Integer.MAX_VALUE ? characters : LONGEST_NAME)
                        .maxNumberLength(Numerals.LONGEST)
                        .build())
                .build();
    }

    /**
     * The object; empty if the bytes are not a single well-formed JSON object.
     *
     * @throws HttpError if it exceeds a limit, begins with a byte order mark, or has an unpaired surrogate
     */
    public Optional<Map<String, @Nullable Object>> object(byte[] utf8) {
        if (hasByteOrderMark(utf8)) {
            throw byteOrderMark();
        }
        // Jackson's own decoder would also accept other encodings and malformed UTF-8.
        return object(new InputStreamReader(new ByteArrayInputStream(utf8), StandardCharsets.UTF_8.newDecoder()));
    }

    /**
     * The object; empty if the text is not a single well-formed JSON object.
     *
     * @throws HttpError if it exceeds a limit, begins with a byte order mark, or has an unpaired surrogate
     */
    public Optional<Map<String, @Nullable Object>> object(String text) {
        if (text.startsWith("\uFEFF")) {
            throw byteOrderMark();
        }
        return object(new StringReader(text));
    }

    private static HttpError byteOrderMark() {
        return HttpError.malformed("The JSON begins with a byte order mark; send UTF-8 without one.");
    }

    private static boolean hasByteOrderMark(byte[] bytes) {
        return bytes.length > 1 && BYTE_ORDER_MARKS.contains(((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF));
    }

    private Optional<Map<String, @Nullable Object>> object(Reader text) {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Map<String, @Nullable Object> object = new Value(parser).object(1);
            return parser.nextToken() == null ? Optional.of(object) : Optional.empty();
        } catch (StreamConstraintsException tooLong) {
            throw tooMuch("has a string of more than " + characters + " characters, a name of more than " + LONGEST_NAME
                    + " or a number of more than " + Numerals.LONGEST);
        } catch (IOException malformed) {
            return Optional.empty();
        }
    }

    /**
     * Rejects unpaired surrogates, which JSON can escape but UTF-8 cannot encode (RFC 7493, section 2.1). Jackson
     * rejects them in names.
     */
    private static String wellFormed(String text) {
        if (text.codePoints().anyMatch(JsonText::isSurrogate)) {
            throw HttpError.malformed("The JSON has an unpaired surrogate; send well-formed Unicode.");
        }
        return text;
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static HttpError tooMuch(String what) {
        return new HttpError(400, ErrorCode.LIMIT_EXCEEDED, "The JSON of the request " + what + ".");
    }

    /** Parses one document, and counts its values. */
    private final class Value {
        private final JsonParser parser;
        private int count;

        Value(JsonParser parser) {
            this.parser = parser;
        }

        private Map<String, @Nullable Object> object(int level) throws IOException {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                int before = object.size();
                object.put(name, value(parser.nextToken(), level));
                if (object.size() == before) {
                    throw new IOException("an object has a duplicate name");
                }
            }
            return object;
        }

        private List<@Nullable Object> array(int level) throws IOException {
            List<@Nullable Object> array = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (array.size() == listLength) {
                    throw tooMuch("has a list of more than " + listLength + " elements");
                }
                array.add(value(token, level));
            }
            return array;
        }

        private @Nullable Object value(JsonToken token, int level) throws IOException {
            if (++count > values) {
                throw tooMuch("has more than " + values + " values");
            }
            if (token.isStructStart() && level == depth) {
                throw tooMuch("has more than " + depth + " levels of objects and lists");
            }
            return switch (token) {
                case START_OBJECT -> object(level + 1);
                case START_ARRAY -> array(level + 1);
                case VALUE_STRING -> wellFormed(parser.getText());
                case VALUE_NUMBER_INT -> parser.getNumberValue();
                case VALUE_NUMBER_FLOAT ->
                    Numerals.decimal(parser.getText())
                            .orElseThrow(
                                    () -> tooMuch("has a number with an exponent beyond " + Numerals.LARGEST_EXPONENT));
                case VALUE_TRUE -> true;
                case VALUE_FALSE -> false;
                case VALUE_NULL -> null;
                default -> throw new IllegalStateException("not the start of a value: " + token);
            };
        }
    }
}
