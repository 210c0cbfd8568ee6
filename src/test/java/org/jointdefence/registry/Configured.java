package org.jointdefence.registry;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** What an operator may set beyond the defaults, as far as one setting does not change what the others do: one start for all. */
public class Configured implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "registry.http.public-address", "https://registry.example",
                "registry.http.cors-origins", "https://app.example,http://localhost:*,http://[::1]:*",
                "registry.clearance.audited-nations.lt", "UA",
                "registry.trusted-documents.automatic", "true",
                "registry.login.enabled", "true",
                "registry.capacity.answer-time", "1s");
    }
}
