package org.jointdefence.registry.keycloak;

import io.restassured.RestAssured;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jointdefence.registry.Installation;
import org.jointdefence.registry.PackagedRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import static org.assertj.core.api.Assertions.assertThat;

/** Keycloak, PostgreSQL with the demo, and what the build packaged, set up as in production; once for all tests. */
final class KeycloakDeployment implements AutoCloseable {

    private static @Nullable KeycloakDeployment current;

    private final Deque<Closeable> started = new ArrayDeque<>();
    private final Keycloak keycloak;
    private final Installation installation;
    private final PackagedRegistry registry;
    private final PackagedRegistry askingRegistry;

    private KeycloakDeployment() throws Exception {
        // Should the tests' own process be ended before JUnit closes this.
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        try {
            this.keycloak = started(Keycloak.start(directory("keycloak")), Keycloak::close);
            this.installation = started(Installation.create(directory("migration")), Installation::close);
            installation.addDemo();
            this.registry = serve("registry", Map.of());
            this.askingRegistry =
                    serve("asking-registry", Map.of("QUARKUS_OIDC_AUTHENTICATION_USER_INFO_REQUIRED", "true"));
        } catch (Exception | AssertionError failure) {
            end();
            throw failure;
        }
    }

    /** What ends a service. */
    private interface End<T> {
        void of(T service) throws IOException;
    }

    private <T> T started(T service, End<T> end) {
        started.push(() -> end.of(service));
        return service;
    }

    private PackagedRegistry serve(String name, Map<String, String> more) throws Exception {
        Map<String, String> settings = installation.settings(keycloak.issuer());
        settings.put("REGISTRY_CLEARANCE_COMPARTMENTS", "AMBER");
        settings.put("REGISTRY_SEALS_KEYS", "0123456789abcdef".repeat(4));
        // What takes minutes in production.
        settings.put("REGISTRY_IDENTITY_PROVIDER_KEY_LIFETIME", "3s");
        settings.putAll(more);
        PackagedRegistry registry = started(PackagedRegistry.start(directory(name), settings), PackagedRegistry::close);
        assertThat(registry.becomesReady()).as(registry.output()).isTrue();
        return registry;
    }

    private static Path directory(String name) throws IOException {
        return Files.createDirectories(
                Path.of("target/keycloak-acceptance", name).toAbsolutePath());
    }

    /** Whoever asks "the service", its issuer or its database, asks those of this deployment. */
    private void becomeWhatTestsAsk() {
        System.setProperty("quarkus.datasource.jdbc.url", installation.url());
        System.setProperty("quarkus.oidc.auth-server-url", keycloak.issuer());
        RestAssured.port = registry.port();
    }

    static KeycloakDeployment current() {
        return Objects.requireNonNull(current);
    }

    Keycloak keycloak() {
        return keycloak;
    }

    /** With the settings that an operator must make and no others. */
    PackagedRegistry registry() {
        return registry;
    }

    /** Told to ask the issuer about every token. */
    PackagedRegistry askingRegistry() {
        return askingRegistry;
    }

    List<PackagedRegistry> registries() {
        return List.of(registry, askingRegistry);
    }

    /** The last first. What does not end is no reason to leave the others running. */
    private synchronized void end() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (IOException failure) {
                System.getLogger(getClass().getName()).log(System.Logger.Level.WARNING, "It does not end", failure);
            }
        }
    }

    @Override
    public void close() {
        end();
    }

    /** Starts it for the first class of tests that asks for it; JUnit closes it after the last class. */
    static final class Lifecycle implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            current = context.getRoot()
                    .getStore(Namespace.GLOBAL)
                    .computeIfAbsent(KeycloakDeployment.class, missing -> start(), KeycloakDeployment.class);
        }

        private static KeycloakDeployment start() {
            try {
                KeycloakDeployment deployment = new KeycloakDeployment();
                deployment.becomeWhatTestsAsk();
                return deployment;
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
