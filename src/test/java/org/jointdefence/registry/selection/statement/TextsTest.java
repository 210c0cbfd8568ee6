package org.jointdefence.registry.selection.statement;

import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.error.ErrorCode;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextsTest {

    @ParameterizedTest
    @CsvSource({
        "abc, abc",
        "S\u030ciauliai, \u0160iauliai",
        "\u0438\u0306, \u0439",
        "e\u0323\u0307, \u1eb9\u0307",
        "e\u0307\u0323, \u1eb9\u0307",
        "\ud83d\ude00, \ud83d\ude00",
        "\u1100\u1161\u11a8, \uac01"
    })
    void a_text_is_composed(String text, String composed) {
        assertThat(Texts.canonical(text, "where")).isEqualTo(composed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000", "\ud800", "a\udc00", "\udc00\ud800", "\ud800\ud800\udc00"})
    void what_PostgreSQL_does_not_hold_is_refused(String text) {
        assertThatThrownBy(() -> Texts.canonical(text, "where.name"))
                .isInstanceOf(ClientError.class)
                .hasMessageStartingWith("`where.name` contains");
    }

    /** Sorting 64,000 marks of two kinds takes seconds. */
    @Test
    @Timeout(1)
    void so_many_marks_stand_on_a_letter_and_no_more() {
        assertThat(Texts.canonical("a\u0323" + "\u0301".repeat(29), "where")).startsWith("\u1ea1");
        assertExceeded("a" + "\u0301".repeat(31));
        assertExceeded("a" + "\u0301\u0323".repeat(32_000));
        assertExceeded("a\u20dd\u0903" + "\u0301".repeat(29));
        assertExceeded("\ud834\udd6e" + "\ud834\udd6f".repeat(31));
        assertThat(Texts.canonical(("a\u0301" + "b").repeat(1_000), "where")).hasSize(2_000);
    }

    private static void assertExceeded(String text) {
        assertThatThrownBy(() -> Texts.canonical(text, "where"))
                .isInstanceOfSatisfying(
                        ClientError.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED));
    }
}
