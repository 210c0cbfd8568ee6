package org.jointdefence.registry.clearance;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.clearance.SlowIssuer.Condition;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service asks the identity provider about every token, as the manual recommends for tokens that may be revoked.
 */
@QuarkusTest
@TestProfile(AskedProviderTest.AboutEveryToken.class)
@WithTestResource(SlowProvider.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class AskedProviderTest {

    private static final Duration BOUND = Duration.ofSeconds(6);

    private final SlowIssuer issuer = SlowProvider.issuer();

    @Test
    void a_token_is_refused_when_it_is_revoked_and_told_to_come_again_when_nobody_can_say()
            throws InterruptedException {
        issuer.become(Condition.WELL);
        String token = issuer.token("somebody");
        believedSoon(token);
        for (Condition bad : List.of(Condition.AWAY, Condition.HANGING, Condition.BROKEN)) {
            issuer.become(bad);
            Response answer = IdentityProviderTest.ask(token);
            assertThat(answer.statusCode()).as(bad + " " + answer.asString()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isEqualTo("2");
            assertThat(answer.time()).isLessThan(BOUND.toMillis());

            issuer.become(Condition.WELL);
            believedSoon(token);
        }
        issuer.revoke(true);
        Response revoked = IdentityProviderTest.ask(token);
        issuer.revoke(false);
        assertThat(revoked.statusCode()).isEqualTo(401);
        assertThat(revoked.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        believedSoon(token);
    }

    private static void believedSoon(String token) throws InterruptedException {
        Instant end = Instant.now().plus(BOUND);
        Response answer = IdentityProviderTest.ask(token);
        while (answer.statusCode() == 503 && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            answer = IdentityProviderTest.ask(token);
        }
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    public static class AboutEveryToken implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.devservices.enabled", "false",
                    "quarkus.oidc.token.audience", "partnership-registry",
                    "quarkus.oidc.authentication.user-info-required", "true");
        }
    }
}
