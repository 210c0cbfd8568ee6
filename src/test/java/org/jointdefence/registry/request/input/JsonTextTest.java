package org.jointdefence.registry.request.input;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jointdefence.registry.error.ErrorCode;
import org.jointdefence.registry.request.error.HttpError;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What is JSON, and how much of it is read. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonTextTest {

    private static final JsonText JSON = new JsonText(5, 50, 10, 200);

    @Test
    void numbers_keep_their_digits() {
        assertThat(JSON.object(
                        "{\"a\":0.1000000000000000055,\"b\":1e400,\"c\":123456789012345678901,\"d\":7,\"e\":1.50}"))
                .hasValueSatisfying(object -> assertThat(object)
                        .containsEntry("a", new BigDecimal("0.1000000000000000055"))
                        .containsEntry("b", new BigDecimal("1e400"))
                        .containsEntry("c", new BigInteger("123456789012345678901"))
                        .containsEntry("d", 7)
                        .containsEntry("e", new BigDecimal("1.50")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"a\":{\"b\":1,\"b\":null}}",
                "{\"a\":null,\"a\":null}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":\u0661}",
                "{\"a\":1}x",
                "{\"a\":1,}",
                "{a:1}",
                "{\"a\":\"\n\"}",
                "[]",
                "7"
            })
    void what_is_no_JSON_object_is_none(String text) {
        assertThat(JSON.object(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void bytes_that_are_not_UTF_8_are_none() {
        for (byte[] bytes : List.of(
                new byte[] {(byte) 0xC0, (byte) 0x80},
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                new byte[] {(byte) 0xF5, (byte) 0x80, (byte) 0x80, (byte) 0x80},
                new byte[] {(byte) 0xE9})) {
            String json = "{\"a\":\"" + new String(bytes, StandardCharsets.ISO_8859_1) + "\"}";
            assertThat(JSON.object(json.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
        }
        assertThat(JSON.object("{}".getBytes(StandardCharsets.UTF_16LE))).isEmpty();
    }

    @Test
    void a_byte_order_mark_is_named() {
        byte[] marked = "\uFEFF{}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> JSON.object(marked))
                .isInstanceOf(HttpError.class)
                .hasMessageContaining("byte order mark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\ud800\"", "\"\\udc00\"", "\"\\udc00\\ud800\"", "[{\"a\":\"x\\ud83d\"}]"})
    void half_a_surrogate_pair_is_refused(String value) {
        assertThatThrownBy(() -> JSON.object("{\"a\":" + value + "}"))
                .isInstanceOf(HttpError.class)
                .hasMessageContaining("unpaired surrogate");
        assertThat(JSON.object("{\"\\ud83d\":1}")).isEmpty();
        assertThat(JSON.object("{\"a\":\"\\ud83d\\ude00\"}")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[[[[[1]]]]]",
                "{\"a\":{\"a\":{\"a\":{\"a\":{}}}}}",
                "[1,2,3,4,5,6,7,8,9,10,11]",
                "[[1,2,3,4,5,6,7,8,9],[1,2,3,4,5,6,7,8,9],[1,2,3,4,5,6,7,8,9],[1,2,3,4,5,6,7,8,9],[1,2,3,4,5,6,7,8,9]]",
                "1e1001",
                "1e-1001",
                "1e2147483648",
                "1e-99999999999"
            })
    void more_than_is_allowed_is_refused(String value) {
        assertExceeded("{\"a\":" + value + "}");
    }

    @Test
    void what_is_too_long_is_refused() {
        assertExceeded("{\"a\":\"" + "x".repeat(201) + "\"}");
        assertExceeded("{\"" + "x".repeat(256) + "\":1}");
        assertExceeded("{\"a\":" + "1".repeat(101) + "}");
        assertExceeded("{\"a\":0." + "1".repeat(101) + "}");
    }

    @Test
    void as_much_as_is_allowed_is_read() {
        assertThat(JSON.object("{\"a\":[[[[1]]]]}")).isPresent();
        assertThat(JSON.object("{\"a\":[1,2,3,4,5,6,7,8,9,10],\"b\":\"" + "x".repeat(200) + "\"}"))
                .isPresent();
        assertThat(JSON.object("{\"a\":" + "1".repeat(100) + ",\"" + "x".repeat(255) + "\":1e1000}"))
                .isPresent();
    }

    /** Jackson's own table of names, which is one for all callers, fails for everybody after that. */
    @Test
    void names_of_one_hash_disturb_nobody() {
        JsonText json = new JsonText(5, 100_000, 10, 200);
        String names = IntStream.range(0, 1 << 13)
                .mapToObj(i -> IntStream.range(0, 13)
                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "ab" : "bA")
                        .collect(Collectors.joining("", "\"", "\":1")))
                .collect(Collectors.joining(",", "{", "}"));
        for (int i = 0; i < 3; i++) {
            assertThat(json.object(names.getBytes(StandardCharsets.UTF_8)))
                    .hasValueSatisfying(object -> assertThat(object).hasSize(1 << 13));
        }
        assertThat(json.object("{\"ab\":1,\"other\":2}".getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    private static void assertExceeded(String text) {
        assertThatThrownBy(() -> JSON.object(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        HttpError.class, error -> assertThat(error.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED));
    }
}
