package org.jointdefence.registry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** docs/threat-model.md promises nothing that no test guards. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ThreatModelTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT)\\.\\w+)`");
    private static final Pattern PROTECTED =
            Pattern.compile("## What is protected\\n\\|.*\\|\\n\\|[-|]+\\|\\n((?:\\|.*\\|\\n)+)");

    @Test
    void every_test_that_the_page_names_exists() throws IOException {
        assertThat(tests()).containsAll(named(page()).toList());
    }

    @Test
    void every_line_of_what_is_protected_names_a_test() throws IOException {
        assertThat(PROTECTED.matcher(page()).results().flatMap(table -> table.group(1)
                        .lines()))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(named(line)).isNotEmpty());
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/threat-model.md"));
    }

    private static Stream<String> named(String text) {
        return NAMED.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    /** Those that a class inherits are its own. */
    private static Set<String> tests() {
        return new ClassFileImporter()
                .withImportOption(new OnlyIncludeTests()).importPackages("org.jointdefence.registry").stream()
                        .flatMap(type -> type.getAllMembers().stream()
                                .filter(ThreatModelTest::isTest)
                                .map(test -> name(type, test)))
                        .collect(Collectors.toSet());
    }

    private static boolean isTest(JavaMember member) {
        return member.isAnnotatedWith(ArchTest.class)
                || member.isMetaAnnotatedWith("org.junit.platform.commons.annotation.Testable");
    }

    private static String name(JavaClass type, JavaMember test) {
        return type.getSimpleName() + '.' + test.getName();
    }
}
