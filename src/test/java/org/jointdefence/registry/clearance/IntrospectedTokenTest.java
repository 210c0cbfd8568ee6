package org.jointdefence.registry.clearance;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;

/** The same tests with a provider that introspects tokens, which the manual advises against. */
@QuarkusTest
@TestProfile(IntrospectedTokenTest.ByTheProvider.class)
@WithTestResource(SlowProvider.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class IntrospectedTokenTest extends AskedProviderTest {

    public static class ByTheProvider implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.devservices.enabled", "false",
                    "quarkus.oidc.token.audience", "partnership-registry",
                    "quarkus.oidc.token.require-jwt-introspection-only", "true");
        }
    }
}
