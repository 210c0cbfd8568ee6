package org.jointdefence.registry.write.input;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Identifiers of public registers, valid and with wrong digits. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckDigitsTest {

    @ParameterizedTest
    @CsvSource({
        "LT_RC, 111484678",
        "LT_RC, 300000053",
        "LT_RC, 300001280",
        "LT_VAT, LT119511515",
        "LT_VAT, LT100001919017",
        "LT_VAT, LT100004801610",
        "UA_EDR, 32855961",
        "UA_EDR, 00034022",
        "LEI, 213800KUD8LAJWSQ9D15",
        "NCAGE, 1ABC2",
    })
    void are_right(String scheme, String identifier) {
        assertThat(CheckDigits.fault(scheme, identifier)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LT_RC | 111484679 | has a wrong check digit for LT_RC: it ends with 9 instead of 8",
                "LT_RC | 11148467 | is no identifier of LT_RC: nine digits",
                "LT_VAT | LT119511516 | has a wrong check digit for LT_VAT: it ends with 6 instead of 5",
                "LT_VAT | LT119511525 | is no identifier of LT_VAT: LT and nine digits of which the eighth is 1, or twelve of which the eleventh is 1",
                "UA_EDR | 32855968 | has a wrong check digit for UA_EDR: it ends with 8 instead of 1",
                "LEI | 213800KUD8LAJWSQ9D16 | has a wrong check digit for LEI: it ends with 6 instead of 5",
                "NCAGE | 1ABC | is no identifier of NCAGE: five letters and digits",
            })
    void are_wrong(String scheme, String identifier, String fault) {
        assertThat(CheckDigits.fault(scheme, identifier)).isEqualTo(fault);
    }
}
