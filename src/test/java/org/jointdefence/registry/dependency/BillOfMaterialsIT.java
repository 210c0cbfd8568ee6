package org.jointdefence.registry.dependency;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointdefence.registry.dependency.BillOfMaterials.Library;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the build says that it packaged, against what it packaged and what is known about that. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BillOfMaterialsIT {

    private static final Path TARGET = Path.of("target");
    private static final Path DOCUMENT = TARGET.resolve("partnership-registry.cdx.json");
    private static final Path ADVISORIES = Path.of("src/test/resources/advisories");

    @Test
    void the_bill_lists_every_library_in_the_package_and_no_other() throws IOException {
        Set<String> listed = BillOfMaterials.read(DOCUMENT).libraries().stream()
                .filter(library -> !library.coordinates().equals("org.jointdefence:partnership-registry"))
                .map(Library::file)
                .collect(Collectors.toSet());

        assertThat(packaged()).isNotEmpty().containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void the_bill_says_nothing_about_the_machine_and_the_minute_that_it_was_made_on_and_in() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .doesNotContain(System.getProperty("user.dir"), System.getProperty("user.home") + "/", "timestamp");
    }

    @Test
    void no_library_is_affected_by_an_advisory_that_is_not_accepted_today() throws IOException {
        List<Advisory> advisories = new ArrayList<>(Advisory.in(ADVISORIES));
        String more = System.getProperty("advisories", "");
        if (!more.isEmpty()) {
            List<Advisory> given = Advisory.in(Path.of(more));
            assertThat(given).as("advisories in " + more).isNotEmpty();
            advisories.addAll(given);
        }
        AcceptedAdvisories accepted =
                AcceptedAdvisories.of(Files.readAllLines(Path.of("src/test/resources/accepted-advisories.csv")));

        assertThat(accepted.findings(BillOfMaterials.read(DOCUMENT), advisories, LocalDate.now(ZoneOffset.UTC)))
                .isEmpty();
    }

    @Test
    void no_library_is_older_than_its_least_safe_version() throws IOException {
        LeastSafeVersions versions =
                LeastSafeVersions.of(Files.readAllLines(Path.of("src/test/resources/least-safe-versions.csv")));

        assertThat(versions.findings(BillOfMaterials.read(DOCUMENT))).isEmpty();
    }

    private static Set<String> packaged() throws IOException {
        PathMatcher matcher = FileSystems.getDefault()
                .getPathMatcher("glob:" + TARGET + '/' + System.getProperty("package.libraries") + "/*.jar");
        try (Stream<Path> files = Files.walk(TARGET)) {
            return files.filter(matcher::matches)
                    // Quarkus marks a library of which it changed a class for native-image.
                    .map(file -> file.getFileName().toString().replaceFirst("^modified-", ""))
                    .collect(Collectors.toSet());
        }
    }
}
