package org.jointdefence.registry.dependency;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jointdefence.registry.dependency.BillOfMaterials.Library;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** That a library which fell back to an older version is found. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeastSafeVersionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            io.netty                   | netty-codec-http        | 4.1.130.Final
            io.netty                   | netty-codec-http2       | 4.1.139.Final
            io.netty                   | netty-tcnative-classes  | 2.0.74.Final
            io.vertx                   | vertx-core              | 4.5.26
            org.postgresql             | postgresql              | 42.7.10
            org.hibernate.orm          | hibernate-core          | 7.2.4.Final
            com.fasterxml.jackson.core | jackson-core            | 2.21.1
            com.fasterxml.jackson.core | jackson-databind        | 2.21.7
            """)
    void a_library_that_was_packaged_before_is_older_than_is_safe(String group, String name, String version)
            throws IOException {
        Library library = new Library(group, name, version);

        assertThat(table().findings(new BillOfMaterials(Set.of(library))))
                .anyMatch(finding -> finding.startsWith(library.file() + " is older than "));
    }

    @Test
    void the_most_specific_line_decides_and_a_line_that_nothing_is_held_against_is_told() {
        LeastSafeVersions versions = LeastSafeVersions.of(
                List.of("# a comment", "", "g:a-* | 2.0 | A", "g:a-apart | 1.0 | B", "g:gone | 1.0 | C"));

        assertThat(versions.findings(new BillOfMaterials(Set.of(
                        new Library("g", "a-first", "2.0.0.Final"),
                        new Library("g", "a-second", "1.9"),
                        new Library("g", "a-apart", "1.0"),
                        new Library("other", "a-first", "0.1")))))
                .containsExactlyInAnyOrder("g.a-second-1.9.jar is older than 2.0: A", "g:gone is not packaged");
    }

    @Test
    void nothing_is_unsafe_without_an_advisory() {
        assertThatThrownBy(() -> LeastSafeVersions.of(List.of("g:a | 1.0 | ")))
                .hasMessageContaining("no advisory is given");
    }

    private static LeastSafeVersions table() throws IOException {
        return LeastSafeVersions.of(Files.readAllLines(Path.of("src/test/resources/least-safe-versions.csv")));
    }
}
