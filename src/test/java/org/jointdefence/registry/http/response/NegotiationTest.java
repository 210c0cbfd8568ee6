package org.jointdefence.registry.http.response;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NegotiationTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/accept.csv", delimiter = '|')
    void the_better_acceptable_media_type_is_chosen(String accept, @Nullable String chosen) {
        assertThat(Negotiation.choose(accept).map(MediaType::typeName).orElse(null))
                .isEqualTo(chosen);
    }

    @Test
    void a_client_that_does_not_say_gets_plain_json() {
        assertThat(Negotiation.choose(null)).contains(MediaType.JSON);
    }
}
