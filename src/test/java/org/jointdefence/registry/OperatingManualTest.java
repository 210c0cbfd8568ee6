package org.jointdefence.registry;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What docs/operating.md says about settings is what the code takes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OperatingManualTest {

    private static final Pattern ROW =
            Pattern.compile("^\\| `(registry\\.[a-z0-9.-]+)` \\| (?:`([^`]*)`|none) \\|", Pattern.MULTILINE);

    @Test
    void the_manual_lists_every_setting_of_the_registry_with_its_default_and_no_other() throws IOException {
        String manual = Files.readString(Path.of("docs/operating.md"));
        Map<String, String> listed = ROW.matcher(manual)
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1), OperatingManualTest::defaultOf, (one, other) -> one, TreeMap::new));
        assertThat(listed).isEqualTo(settings());
    }

    private static String defaultOf(MatchResult row) {
        String value = row.group(2);
        return value == null ? "" : value;
    }

    /** Every key and its default, from the interfaces that read them. The keys that must be set have none. */
    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests())
                .importPackages("org.jointdefence.registry")) {
            if (type.isAnnotatedWith(ConfigMapping.class)) {
                String prefix = type.getAnnotationOfType(ConfigMapping.class).prefix();
                type.getMethods().stream()
                        .filter(method -> method.getRawParameterTypes().isEmpty())
                        .forEach(method -> settings.put(prefix + '.' + kebabCase(method.getName()), defaultOf(method)));
            }
        }
        settings.remove("registry.seals.keys");
        return settings;
    }

    private static String defaultOf(JavaMethod method) {
        return method.tryGetAnnotationOfType(WithDefault.class)
                .map(WithDefault::value)
                .orElse("");
    }

    private static String kebabCase(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
