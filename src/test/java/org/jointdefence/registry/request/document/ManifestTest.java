package org.jointdefence.registry.request.document;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ManifestTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void both_formats_are_understood() {
        assertThat(Manifest.read(Path.of("src/test/resources/trusted/relay.json")))
                .containsKeys("c3a1", "f00d");
        assertThat(Manifest.read(Path.of("src/test/resources/trusted/apollo.json")))
                .containsValue("query TrustedViewer { viewer { subject } }");
    }

    @Test
    void a_manifest_that_is_not_there_keeps_the_service_from_starting() {
        assertThatThrownBy(() -> Manifest.read(directory.resolve("missing.json")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith("missing.json: it cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\ufeff{\"a\": \"{ __typename }\"}",
                "{\"a\": \"\\ud800\"}",
                "{\"a\": 1}",
                "{\"a\": \"{ __typename }\", \"a\": \"{ __typename }\"}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": [{\"id\": \"a\"}]}",
                "{\"format\": \"apollo-persisted-query-manifest\", \"version\": 1, \"operations\": [{\"body\": \"{ a }\"}]}",
            })
    void a_manifest_that_is_none_keeps_the_service_from_starting(String text) throws IOException {
        Path file = Files.writeString(directory.resolve("manifest.json"), text);

        assertThatThrownBy(() -> Manifest.read(file))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(file.toString());
    }
}
