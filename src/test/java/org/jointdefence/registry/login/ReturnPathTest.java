package org.jointdefence.registry.login;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=a",
                "/#top",
                "/en",
                "/lt/",
                "/uk/firms/UGFydG5lckZpcm06MQ?asOf=2026-01-01T00:00:00Z#history",
                "/en/search?q=%C5%A0iauliai&types=PARTNER_FIRM",
                "/en/search?q=https://elsewhere.example//x"
            })
    void a_path_of_the_page_is_accepted_as_it_is(String path) {
        assertThat(ReturnPath.of(path)).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//elsewhere.example",
                "///elsewhere.example",
                "/\\elsewhere.example",
                "\\/elsewhere.example",
                "\\\\elsewhere.example",
                "https://elsewhere.example",
                "https:elsewhere.example",
                "javascript:alert(1)",
                "data:text/html,x",
                "elsewhere.example",
                "@elsewhere.example",
                "/@elsewhere.example",
                ".elsewhere.example",
                "?/en",
                " /en",
                "/en ",
                "/\t/elsewhere.example",
                "/\n/elsewhere.example",
                "/en\r\nSet-Cookie: a=b",
                "/en\u0000",
                "/%2F/elsewhere.example",
                "/%2felsewhere.example",
                "/%5Celsewhere.example",
                "/en%2F%2Felsewhere.example",
                "/en/%2f%2felsewhere.example",
                "/en/%5c%5celsewhere.example",
                "/en/%252F",
                "/en//elsewhere.example",
                "/en/../..//elsewhere.example",
                "/en/..",
                "/en/%2e%2e/graphql",
                "/en/./x",
                "/english",
                "/graphql",
                "/logout",
                "/login?return=/en",
                "/en/%zz",
                "/en/%0d%0aa",
                "/en/\"><script>",
                "/en/'",
                "/en/ž",
                "/en/\u202e"
            })
    void anything_else_is_refused(String path) {
        assertThat(ReturnPath.of(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1_501, 10_000})
    void a_long_path_is_refused(int length) {
        assertThat(ReturnPath.of("/en/" + "a".repeat(length - 4))).isEmpty();
        assertThat(ReturnPath.of("/en/" + "a".repeat(1_500 - 4))).isPresent();
    }
}
