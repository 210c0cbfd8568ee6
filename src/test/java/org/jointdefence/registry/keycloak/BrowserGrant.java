package org.jointdefence.registry.keycloak;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jointdefence.registry.Grant;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Authorization code with PKCE: the persona types its password into the issuer's page in a headless Chromium. */
final class BrowserGrant implements Grant {

    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    /** Signs the users in, one after the other, in one browser; acr is what they are to prove, or empty. */
    BrowserGrant(String issuer, String acr, List<String> users) {
        List<String> command = new ArrayList<>(List.of("src/test/keycloak/sign-in", issuer, acr));
        command.addAll(users);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            assertThat(process.onExit().join().exitValue())
                    .as("sign-in " + users)
                    .isZero();
            tokens.putAll(new JsonPath(output).<String, String>getMap(""));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        assertThat(tokens).containsOnlyKeys(users);
    }

    @Override
    public String token(String persona) {
        return Objects.requireNonNull(tokens.get(persona), persona);
    }
}
