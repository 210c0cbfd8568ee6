package org.jointdefence.registry.budget;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Addresses of one holder share a budget, and those of others do not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PartyTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "::ffff:192.0.2.1, 192.0.2.1, true",
        "::ffff:c000:201, 192.0.2.1, true",
        "::ffff:192.0.2.1, ::ffff:192.0.2.2, false",
        "64:ff9b::192.0.2.1, 64:ff9b::192.0.2.2, false",
        "64:ff9b::c000:201, 64:ff9b::192.0.2.1, true",
        "::1, ::2, true",
        "unix, @, true"
    })
    void addresses_are_of_one_party(String one, String other, boolean same) {
        assertThat(Party.address(one).equals(Party.address(other))).isEqualTo(same);
    }
}
