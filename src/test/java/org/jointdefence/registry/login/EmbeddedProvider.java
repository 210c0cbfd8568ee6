package org.jointdefence.registry.login;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jointdefence.registry.Grant;
import org.jointdefence.registry.PasswordGrant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** Personas who log in on the page of the embedded OIDC server, and then have a session instead of a token. */
final class EmbeddedProvider implements Grant {

    private final Map<String, Browser> browsers = new ConcurrentHashMap<>();

    /** Logs a user in, in this browser. */
    static HttpResponse<String> logIn(Browser browser, String user, String parameters) {
        return browser.open(back(browser.begin(parameters), user));
    }

    /** Presses the user's button on the provider's page, and returns the path that it sends the browser back to. */
    static String back(String provider, String user) {
        String redirect =
                Browser.parameter(provider, "redirect_uri") + "?state=" + Browser.parameter(provider, "state");
        String location = given().redirects()
                .follow(false)
                .formParam("redirect_uri", redirect)
                .formParam("response_type", "code")
                .formParam("client_id", Browser.parameter(provider, "client_id"))
                .formParam("scope", Browser.parameter(provider, "scope"))
                .formParam("predefined-" + user, user)
                .post(provider.replaceAll("/authorize.*", "/login"))
                .header("Location");
        return location.substring("https://registry.example".length());
    }

    Browser browser(String persona) {
        return browsers.computeIfAbsent(persona, user -> {
            Browser browser = new Browser();
            assertThat(logIn(browser, user, "").statusCode()).isEqualTo(200);
            return browser;
        });
    }

    @Override
    public String token(String persona) {
        return new PasswordGrant("partnership-registry").token(persona);
    }

    @Override
    public void identify(java.net.http.HttpRequest.Builder request, String persona) {
        request.header("Cookie", browser(persona).cookieHeader()).header("Sec-Fetch-Site", "same-origin");
    }
}
