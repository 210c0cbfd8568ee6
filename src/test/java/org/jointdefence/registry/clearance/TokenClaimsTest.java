package org.jointdefence.registry.clearance;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenClaimsTest {

    @ParameterizedTest
    @CsvFileSource(
            resources = "/roles.csv",
            delimiter = '|',
            emptyValue = "",
            nullValues = {})
    void roles_mean_the_least_that_they_can_mean(
            String roles, String level, String nation, String compartments, String functions) {
        TokenClaims tokenClaims = new TokenClaims(Set.of("AMBER"));
        words(roles).forEach(tokenClaims::role);

        assertThat(tokenClaims.clearance())
                .isEqualTo(new Clearance(
                        level == null ? null : ClearanceLevel.valueOf(level), nation, words(compartments)));
        assertThat(tokenClaims.functions().stream().map(Role::token))
                .containsExactlyInAnyOrderElementsOf(words(functions));
    }

    private static Set<String> words(String text) {
        return text == null ? Set.of() : Arrays.stream(text.split(" ")).collect(Collectors.toSet());
    }
}
