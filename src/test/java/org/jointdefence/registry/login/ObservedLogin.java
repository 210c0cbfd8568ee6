package org.jointdefence.registry.login;

import io.restassured.RestAssured;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jointdefence.registry.PackagedRegistry;

import static org.assertj.core.api.Assertions.assertThat;

/** A login as others observe it: all ways through a package's sessions, with an issuer that renews them. */
public final class ObservedLogin implements AutoCloseable {

    private final LoginIssuer issuer = new LoginIssuer();

    public ObservedLogin() {
        issuer.start();
    }

    /** What the package must be told to log people in. */
    public Map<String, String> settings() {
        return Map.of(
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                issuer.url(),
                "QUARKUS_OIDC_CREDENTIALS_SECRET",
                LoginIssuer.SECRET,
                "REGISTRY_LOGIN_ENABLED",
                "true",
                "REGISTRY_HTTP_PUBLIC_ADDRESS",
                "https://registry.example");
    }

    /** Logs in, has the session renewed, logs out, and does each wrongly as well. */
    public void in(PackagedRegistry registry) {
        RestAssured.baseURI = "http://localhost";
        RestAssured.port = registry.port();
        Browser browser = new Browser();
        assertThat(browser.open("/login?return=//a").statusCode()).isEqualTo(400);
        for (boolean renewable : new boolean[] {false, true}) {
            String provider = browser.begin("?return=/lt");
            String code = issuer.code(provider, renewable, claims -> claims.expiresIn(Duration.ofSeconds(8)));
            HttpResponse<String> back = browser.open(Browser.callback(code, Browser.parameter(provider, "state")));
            assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
            assertThat(browser.subject()).isEqualTo("somebody");
        }
        String provider = new Browser().begin("");
        assertThat(browser.open(Browser.callback("a", Browser.parameter(provider, "state")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.post("/logout", "same-origin", "text/html").statusCode())
                .isEqualTo(200);
        browser.cookies().put(Browser.SESSION, "A".repeat(43));
        assertThat(browser.ask(Browser.VIEWER).status()).isEqualTo(401);
    }

    @Override
    public void close() {
        issuer.stop();
    }
}
