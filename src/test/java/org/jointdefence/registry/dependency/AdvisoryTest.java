package org.jointdefence.registry.dependency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jointdefence.registry.dependency.BillOfMaterials.Library;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** How advisories are read, on one of the tests' own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AdvisoryTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final BillOfMaterials BILL = new BillOfMaterials(
            Set.of(new Library("org.example", "sound", "1.0"), new Library("org.example", "leaky", "1.5.0")));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.0-alpha1    | [{"introduced": "0"}, {"fixed": "1.5"}]                                             | true
            1.4.9         | [{"introduced": "0"}, {"fixed": "1.5"}]                                             | true
            1.5-RC1       | [{"introduced": "0"}, {"fixed": "1.5"}]                                             | true
            1.5           | [{"introduced": "0"}, {"fixed": "1.5"}]                                             | false
            1.5.0.Final   | [{"introduced": "0"}, {"fixed": "1.5"}]                                             | false
            1.10          | [{"introduced": "0"}, {"fixed": "1.5"}]                                             | false
            1.5           | [{"introduced": "0"}, {"last_affected": "1.5"}]                                     | true
            1.5.1         | [{"introduced": "0"}, {"last_affected": "1.5"}]                                     | false
            1.3           | [{"introduced": "1.4"}, {"fixed": "1.5"}]                                           | false
            1.4           | [{"introduced": "1.4"}, {"fixed": "1.5"}]                                           | true
            2.0           | [{"introduced": "1.4"}]                                                             | true
            1.7           | [{"introduced": "0"}, {"fixed": "1.5"}, {"introduced": "2.0"}, {"fixed": "2.1"}]    | false
            2.0.5         | [{"fixed": "2.1"}, {"introduced": "2.0"}, {"fixed": "1.5"}, {"introduced": "0"}]    | true
            3.0.0.Beta6   | [{"introduced": "3.0.0.Beta1"}, {"fixed": "3.0.0.Beta7"}]                           | true
            3.0.0         | [{"introduced": "3.0.0.Beta1"}, {"fixed": "3.0.0.Beta7"}]                           | false
            """)
    void a_version_is_affected_from_where_it_was_introduced_to_where_it_was_fixed(
            String version, String events, boolean affected) throws IOException {
        Advisory advisory = advisory("""
                {"package": {"ecosystem": "Maven", "name": "org.example:leaky"},
                 "ranges": [{"type": "ECOSYSTEM", "events": %s}]}""".formatted(events));

        assertThat(advisory.affects(new Library("org.example", "leaky", version)))
                .isEqualTo(affected);
    }

    @Test
    void a_version_is_affected_that_is_listed() throws IOException {
        Advisory advisory = advisory(
                "{\"package\": {\"ecosystem\": \"Maven\", \"name\": \"org.example:leaky\"}, \"versions\": [\"1.5.0\"]}");

        assertThat(advisory.affects(new Library("org.example", "leaky", "1.5.0")))
                .isTrue();
        assertThat(advisory.affects(new Library("org.example", "leaky", "1.5.1")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Maven                                | org.example:leaky | true
            Maven:https://repository.example     | org.example:leaky | true
            npm                                  | org.example:leaky | false
            Maven                                | org.example:other | false
            Maven                                | org.other:leaky   | false
            """)
    void another_package_is_another_matter(String ecosystem, String name, boolean affected) throws IOException {
        Advisory advisory = advisory("""
                {"package": {"ecosystem": "%s", "name": "%s"},
                 "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": "0"}]}]}""".formatted(ecosystem, name));

        assertThat(advisory.affects(new Library("org.example", "leaky", "1.5.0")))
                .isEqualTo(affected);
    }

    @Test
    void an_advisory_that_was_withdrawn_affects_nothing() throws IOException {
        Files.writeString(
                directory.resolve("A.json"),
                "{\"id\": \"A\", \"withdrawn\": \"2026-01-01T00:00:00Z\", \"affected\": []}");

        assertThat(Advisory.in(directory)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                | A affects org.example.leaky-1.5.0.jar
            A \\ 2026-11-23 \\ for now                        | A affects org.example.leaky-1.5.0.jar and was accepted until 2026-11-23
            A \\ 2026-11-24 \\ for now                        | ``
            B \\ 2026-12-31 \\ for now                        | A affects org.example.leaky-1.5.0.jar, B is accepted and affects nothing
            """)
    void an_affected_library_is_found_unless_it_is_accepted_today(String accepted, String findings) throws IOException {
        advisory(
                "{\"package\": {\"ecosystem\": \"Maven\", \"name\": \"org.example:leaky\"}, \"versions\": [\"1.5.0\"]}");

        assertThat(AcceptedAdvisories.of(List.of(accepted.replace('\\', '|')))
                        .findings(BILL, Advisory.in(directory), TODAY))
                .containsExactlyElementsOf(Stream.of(findings.split(", ", -1))
                        .filter(finding -> !finding.isEmpty())
                        .toList());
    }

    @Test
    void nothing_is_accepted_without_a_reason() {
        assertThatThrownBy(() -> AcceptedAdvisories.of(List.of("A | 2026-12-31 | ")))
                .hasMessageContaining("no reason is given");
    }

    private Advisory advisory(String affected) throws IOException {
        Files.writeString(directory.resolve("A.json"), "{\"id\": \"A\", \"affected\": [%s]}".formatted(affected));
        return Advisory.in(directory).getFirst();
    }
}
