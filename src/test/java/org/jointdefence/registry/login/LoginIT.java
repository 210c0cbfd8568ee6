package org.jointdefence.registry.login;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.Installation;
import org.jointdefence.registry.PackagedRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

/** Login with what the build packaged, on two processes with one database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(180)
class LoginIT {

    private static final LoginIssuer ISSUER = new LoginIssuer();
    private static final String SYSTEMS = "{ weaponSystems(first: 100) { nodes { codeName designation } } }";

    private static Path directory;
    private static Installation installation;
    private static PackagedRegistry first;
    private static PackagedRegistry second;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException, SQLException, InterruptedException {
        LoginIT.directory = directory;
        ISSUER.start();
        installation = Installation.create(directory);
        installation.addDemo();
        first = registry("first", settings());
        second = registry("second", settings());
        assertThat(first.becomesReady()).as(first.output()).isTrue();
        assertThat(second.becomesReady()).as(second.output()).isTrue();
    }

    @AfterAll
    static void stop() throws IOException {
        first.close();
        second.close();
        installation.close();
        ISSUER.stop();
    }

    private static PackagedRegistry registry(String name, Map<String, String> settings) throws IOException {
        return PackagedRegistry.start(Files.createDirectory(directory.resolve(name)), settings);
    }

    private static Map<String, String> settings() {
        Map<String, String> settings = installation.settings(ISSUER.url());
        settings.put("QUARKUS_OIDC_CREDENTIALS_SECRET", LoginIssuer.SECRET);
        settings.put("REGISTRY_LOGIN_ENABLED", "true");
        settings.put("REGISTRY_HTTP_PUBLIC_ADDRESS", "https://registry.example");
        return settings;
    }

    private static Browser browser(PackagedRegistry at) {
        RestAssured.baseURI = "http://localhost";
        RestAssured.port = at.port();
        return new Browser();
    }

    private static HttpResponse<String> logIn(Browser browser) {
        String provider = browser.begin("?return=/en");
        return browser.open(
                Browser.callback(ISSUER.code(provider, true, claims -> claims), Browser.parameter(provider, "state")));
    }

    @Test
    void a_session_begun_by_one_process_counts_for_the_other_until_either_ends_it() {
        Browser browser = browser(first);
        String anonymous = browser.ask(SYSTEMS).body();
        assertThat(logIn(browser).statusCode()).isEqualTo(200);
        String cleared = browser.ask(SYSTEMS).body();
        assertThat(cleared).contains("EX-").isNotEqualTo(anonymous);

        RestAssured.port = second.port();
        assertThat(browser.ask(SYSTEMS).body()).isEqualTo(cleared);
        Browser copy = new Browser();
        copy.cookies().putAll(browser.cookies());
        assertThat(browser.post("/logout", "same-origin", "application/json").statusCode())
                .isEqualTo(200);

        RestAssured.port = first.port();
        assertThat(copy.ask(SYSTEMS).status()).isEqualTo(401);
        assertThat(copy.ask(SYSTEMS).body()).doesNotContain("data");
    }

    @Test
    void a_restart_ends_no_session() throws IOException, InterruptedException {
        Browser browser;
        try (PackagedRegistry before = registry("before", settings())) {
            assertThat(before.becomesReady()).as(before.output()).isTrue();
            browser = browser(before);
            logIn(browser);
        }
        try (PackagedRegistry after = registry("after", settings())) {
            assertThat(after.becomesReady()).as(after.output()).isTrue();
            RestAssured.port = after.port();
            assertThat(browser.subject()).isEqualTo("somebody");
        }
    }

    @Test
    void without_the_setting_there_is_no_login_and_no_cookie_counts() throws IOException, InterruptedException {
        Browser browser = browser(first);
        logIn(browser);
        Map<String, String> settings = settings();
        settings.remove("REGISTRY_LOGIN_ENABLED");
        try (PackagedRegistry plain = registry("plain", settings)) {
            assertThat(plain.becomesReady()).as(plain.output()).isTrue();
            RestAssured.port = plain.port();
            for (String path : List.of("/login", "/login/callback?state=a&code=b")) {
                assertThat(browser.open(path).statusCode()).as(path).isEqualTo(404);
            }
            assertThat(browser.post("/logout", "same-origin", "*/*").statusCode())
                    .isEqualTo(404);
            HttpResponse<String> asked = browser.ask(SYSTEMS, Map.of("Sec-Fetch-Site", "same-origin"));
            assertThat(asked.body()).isEqualTo(new Browser().ask(SYSTEMS).body());
            assertThat(asked.headers().firstValue("Registry-Session")).isEmpty();
        }
    }

    @Test
    void it_does_not_start_if_cookies_would_not_be_encrypted() throws IOException, InterruptedException {
        for (String address : List.of("http://registry.example", "")) {
            Map<String, String> settings = settings();
            settings.put("REGISTRY_HTTP_PUBLIC_ADDRESS", address);
            try (PackagedRegistry insecure = registry("insecure" + address.length(), settings)) {
                assertThat(insecure.exitCode()).isEqualTo(1);
                assertThat(insecure.output()).contains("registry.login.enabled: requires registry.http.public-address");
            }
        }
    }

    /** Whatever comes, the next request of somebody else is answered. */
    @Test
    void hostile_requests_leave_others_alone() throws IOException {
        Browser browser = browser(first);
        List<Integer> statuses = new java.util.ArrayList<>();
        for (String request : List.of(
                "GET /login?return=%%%% HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /login?return=%ff HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /login?return=/en HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                "GET /login/callback HTTP/1.1\r\nHost: a\r\nCookie: " + Browser.LOGIN + "=" + "1.".repeat(3000)
                        + "\r\n\r\n",
                "GET /login/callback?state=%00&code=%00 HTTP/1.1\r\nHost: a\r\nCookie: " + Browser.LOGIN
                        + "=9999999999.a.b\r\n\r\n",
                "POST /logout?return=//evil HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\n"
                        + "Content-Length: 1000000000\r\n\r\nx",
                "POST /logout HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
                "POST /graphql HTTP/1.1\r\nHost: a\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n"
                        + "Cookie: " + Browser.SESSION + "=" + "A".repeat(43)
                        + "\r\nContent-Length: 9\r\n\r\n{\"query\":")) {
            statuses.add(raw(request));
        }
        assertThat(statuses).containsExactly(400, 400, 302, 400, 400, 200, 200, 401);
        assertThat(browser.open("/login?return=/en")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .doesNotContain("evil");
        assertThat(browser.send(browser.request("/login").POST(BodyPublishers.ofString("a")))
                        .statusCode())
                .isEqualTo(404);
        logIn(browser);
        assertThat(browser.subject()).isEqualTo("somebody");
        assertThat(first.output()).doesNotContain("ERROR", "Exception");
    }

    private static int raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", first.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            byte[] status = socket.getInputStream().readNBytes(12);
            return Integer.parseInt(new String(status, US_ASCII).substring(9));
        }
    }
}
