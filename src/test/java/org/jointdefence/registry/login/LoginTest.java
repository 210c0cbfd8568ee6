package org.jointdefence.registry.login;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.Configured;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.Vault;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Login with the embedded OIDC server, as the page does it. */
@QuarkusTest
@TestProfile(Configured.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LoginTest {

    private static final String SECRET = "{ weaponSystems(first: 100) { nodes { codeName designation withheld } } }";

    private final Browser browser = new Browser();

    @Test
    void a_login_begins_a_session_and_leads_back_to_the_page() {
        HttpResponse<String> response =
                EmbeddedProvider.logIn(browser, "lt-secret", "?return=%2Flt%2Ffirms%3Fa%3Db%26c%3Dd");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().map()).doesNotContainKey("location");
        assertThat(response.body())
                .contains("<meta http-equiv=\"refresh\" content=\"0;url=/lt/firms?a=b&amp;c=d\">", "<html lang=\"lt\">")
                .contains("Jūs prisijungėte.");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(response.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(browser.subject()).isEqualTo("lt-secret");
        assertThat(browser.cookies()).containsOnlyKeys(Browser.SESSION);
    }

    @Test
    void the_provider_is_asked_by_PKCE_and_gets_no_secret() {
        String provider = browser.begin("?return=/en");

        assertThat(Browser.parameter(provider, "response_type")).isEqualTo("code");
        assertThat(Browser.parameter(provider, "client_id")).isEqualTo("partnership-registry");
        assertThat(Browser.parameter(provider, "redirect_uri")).isEqualTo("https://registry.example/login/callback");
        assertThat(Browser.parameter(provider, "scope")).isEqualTo("openid");
        assertThat(Browser.parameter(provider, "code_challenge_method")).isEqualTo("S256");
        assertThat(Browser.parameter(provider, "code_challenge")).matches("[A-Za-z0-9_-]{43}");
        assertThat(Browser.parameter(provider, "state")).matches("[A-Za-z0-9_-]{43}");
        String random = browser.cookie(Browser.LOGIN).split("\\.", -1)[1];
        assertThat(provider).doesNotContain(random, "acr_values", "max_age", "code_verifier");
        assertThat(browser.begin("?return=/en")).isNotEqualTo(provider);
    }

    @Test
    void cookies_are_out_of_reach_of_scripts_and_of_other_sites() {
        HttpResponse<String> begun = browser.open("/login");
        HttpResponse<String> done = browser.open(
                EmbeddedProvider.back(begun.headers().firstValue("Location").orElseThrow(), "lt-secret"));

        assertThat(attributes(begun, Browser.LOGIN))
                .containsExactlyInAnyOrder("Path=/", "Max-Age=600", "HttpOnly", "SameSite=Lax", "Secure");
        assertThat(attributes(done, Browser.SESSION))
                .containsExactlyInAnyOrder("Path=/", "Max-Age=28800", "HttpOnly", "SameSite=Strict", "Secure");
        assertThat(done.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith(Browser.LOGIN + "=; ").contains("Max-Age=0"));
    }

    @Test
    void a_response_in_a_session_tells_when_it_ends() {
        assertThat(browser.ask(Browser.VIEWER, Map.of("Sec-Fetch-Site", "same-origin"))
                        .headers()
                        .firstValue("Registry-Session"))
                .contains("none");
        EmbeddedProvider.logIn(browser, "lt-secret", "");

        String seconds = browser.ask(Browser.VIEWER, Map.of("Sec-Fetch-Site", "same-origin"))
                .headers()
                .firstValue("Registry-Session")
                .orElseThrow();

        assertThat(Integer.parseInt(seconds)).isBetween(28_700, 28_800);
    }

    @Test
    void a_cookie_counts_only_when_the_page_itself_sends_it_by_POST() {
        EmbeddedProvider.logIn(browser, "lt-secret", "");
        String anonymous = new Browser().ask(SECRET).body();
        assertThat(browser.ask(SECRET).body()).isNotEqualTo(anonymous);

        for (String site : List.of("cross-site", "same-site", "none", "same-origin, cross-site", "")) {
            assertThat(browser.ask(SECRET, Map.of("Sec-Fetch-Site", site)).body())
                    .as(site)
                    .isEqualTo(anonymous);
        }
        assertThat(browser.ask(SECRET, Map.of()).body()).isEqualTo(anonymous);
        HttpResponse<String> twice = browser.send(browser.request("/graphql")
                .header("Content-Type", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"query\":\"" + SECRET + "\"}")));
        assertThat(twice.body()).isEqualTo(anonymous);
        HttpResponse<String> get = browser.send(browser.request("/graphql?query=" + Browser.encode(SECRET))
                .header("Sec-Fetch-Site", "same-origin")
                .GET());
        assertThat(get.body()).isEqualTo(anonymous);
        assertThat(get.headers().firstValue("Registry-Session")).isEmpty();
    }

    @Test
    void a_bearer_token_decides_over_a_cookie() {
        EmbeddedProvider.logIn(browser, "lt-secret", "");

        HttpResponse<String> both = browser.ask(
                Browser.VIEWER,
                Map.of(
                        "Sec-Fetch-Site",
                        "same-origin",
                        "Authorization",
                        "Bearer " + Persona.named("ua-secret").token()));
        HttpResponse<String> bad =
                browser.ask(Browser.VIEWER, Map.of("Sec-Fetch-Site", "same-origin", "Authorization", "Bearer bad"));

        assertThat(both.body()).contains("ua-secret").doesNotContain("lt-secret");
        assertThat(both.headers().firstValue("Registry-Session")).isEmpty();
        assertThat(bad.statusCode()).isEqualTo(401);
    }

    @Test
    void caches_know_what_an_answer_depends_on() {
        HttpResponse<String> response = browser.send(browser.request("/graphql?query=" + Browser.encode(Browser.VIEWER))
                .GET());

        assertThat(response.headers().firstValue("Vary").orElseThrow()).contains("Cookie", "Sec-Fetch-Site");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "=", "\"'; DROP", "a=b=c"})
    void a_spoiled_cookie_is_401_in_the_form_of_the_API(String value) {
        browser.cookies().put(Browser.SESSION, value);

        GraphQLAnswer answer = browser.ask(Browser.VIEWER);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
        assertThat(answer.json().has("data")).isFalse();
    }

    @Test
    void a_changed_or_doubled_cookie_is_401() {
        EmbeddedProvider.logIn(browser, "lt-secret", "");
        String secret = browser.cookie(Browser.SESSION);

        browser.cookies().put(Browser.SESSION, (secret.charAt(0) == 'A' ? 'B' : 'A') + secret.substring(1));
        assertThat(browser.ask(Browser.VIEWER).status()).isEqualTo(401);
        browser.cookies().put(Browser.SESSION, secret + "; " + Browser.SESSION + "=" + secret);
        assertThat(browser.ask(Browser.VIEWER).status()).isEqualTo(401);
        browser.cookies().put(Browser.SESSION, secret);
        assertThat(browser.ask(Browser.VIEWER).status()).isEqualTo(200);
    }

    @Test
    void a_huge_cookie_is_refused_and_the_service_goes_on() {
        browser.cookies().put(Browser.SESSION, "A".repeat(9_000));
        assertThat(browser.ask(Browser.VIEWER).status()).isEqualTo(431);
        browser.cookies().put(Browser.SESSION, "A".repeat(7_000));
        assertThat(browser.ask(Browser.VIEWER).status()).isEqualTo(401);
        browser.cookies().clear();
        browser.cookies().put(Browser.LOGIN, "1." + "A".repeat(7_000));
        assertThat(browser.open("/login/callback?state=a&code=b").statusCode()).isEqualTo(400);
        assertThat(new Browser().ask(Browser.VIEWER).status()).isEqualTo(200);
    }

    @Test
    void logout_ends_the_session_everywhere_and_leads_to_the_logout_of_the_provider() {
        EmbeddedProvider.logIn(browser, "lt-secret", "");
        Browser copy = new Browser();
        copy.cookies().putAll(browser.cookies());

        HttpResponse<String> response = browser.post("/logout", "same-origin", "application/json");

        assertThat(response.statusCode()).isEqualTo(200);
        String location = new io.restassured.path.json.JsonPath(response.body()).getString("location");
        assertThat(location).contains("/logout?client_id=partnership-registry");
        assertThat(Browser.parameter(location, "post_logout_redirect_uri")).isEqualTo("https://registry.example/");
        assertThat(Browser.parameter(location, "id_token_hint")).matches("[^.]+\\.[^.]+\\.[^.]+");
        assertThat(response.headers().firstValue("Clear-Site-Data")).contains("\"cache\", \"storage\"");
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(browser.cookies()).isEmpty();
        assertThat(copy.ask(Browser.VIEWER).status()).isEqualTo(401);
        assertThat(copy.ask(Browser.VIEWER).code()).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void a_page_without_script_logs_out_by_a_form() {
        EmbeddedProvider.logIn(browser, "lt-secret", "");

        HttpResponse<String> response = browser.post("/logout?return=/uk", "same-origin", "text/html");

        assertThat(response.body()).contains("Ви вийшли.", "http-equiv=\"refresh\"", "/logout?client_id=");
        assertThat(new Browser()
                        .post("/logout?return=/uk", "same-origin", "text/html")
                        .body())
                .contains("content=\"0;url=/uk\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none", ""})
    void nobody_else_logs_somebody_out(String site) {
        EmbeddedProvider.logIn(browser, "lt-secret", "");

        assertThat(browser.post("/logout", site, "application/json").statusCode())
                .isEqualTo(403);
        assertThat(browser.open("/logout", "same-origin").statusCode()).isEqualTo(404);
        assertThat(browser.subject()).isEqualTo("lt-secret");
    }

    @Test
    void sessions_of_two_people_and_of_one_in_two_browsers_do_not_touch() {
        Browser second = new Browser();
        Browser other = new Browser();
        EmbeddedProvider.logIn(browser, "lt-secret", "");
        EmbeddedProvider.logIn(second, "lt-secret", "");
        EmbeddedProvider.logIn(other, "ua-secret", "");

        browser.post("/logout", "same-origin", "application/json");

        assertThat(second.subject()).isEqualTo("lt-secret");
        assertThat(other.subject()).isEqualTo("ua-secret");
    }

    @Test
    void a_login_ends_the_session_that_it_replaces_and_never_takes_over_a_secret() {
        EmbeddedProvider.logIn(browser, "lt-secret", "");
        Browser old = new Browser();
        old.cookies().putAll(browser.cookies());

        EmbeddedProvider.logIn(browser, "lt-top-secret", "");

        assertThat(browser.subject()).isEqualTo("lt-top-secret");
        assertThat(browser.cookie(Browser.SESSION)).isNotEqualTo(old.cookie(Browser.SESSION));
        assertThat(old.ask(Browser.VIEWER).status()).isEqualTo(401);
    }

    @Test
    void a_secret_that_somebody_planted_is_not_used() {
        browser.cookies().put(Browser.SESSION, "A".repeat(43));

        EmbeddedProvider.logIn(browser, "lt-secret", "");

        assertThat(browser.cookie(Browser.SESSION)).isNotEqualTo("A".repeat(43));
        assertThat(browser.subject()).isEqualTo("lt-secret");
    }

    @Test
    void another_site_that_begins_a_login_ends_no_session() {
        EmbeddedProvider.logIn(browser, "lt-secret", "");

        browser.open("/login", "cross-site");
        browser.open("/login", "same-site");

        assertThat(browser.subject()).isEqualTo("lt-secret");
    }

    @Test
    void a_login_is_no_part_of_another_page_and_is_not_begun_before_it_is_wanted() {
        HttpResponse<String> framed = browser.send(
                browser.request("/login").header("Sec-Fetch-Dest", "iframe").GET());

        HttpResponse<String> fetchedBeforehand = browser.send(browser.request("/login")
                .header("Sec-Purpose", "prefetch;prerender")
                .GET());

        assertThat(framed.statusCode()).isEqualTo(403);
        assertThat(fetchedBeforehand.statusCode()).isEqualTo(403);
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void the_database_has_neither_secrets_nor_tokens() {
        EmbeddedProvider.logIn(browser, "lt-secret", "");
        String secret = browser.cookie(Browser.SESSION);

        List<String> rows = Vault.column("SELECT session::text || encode(tokens, 'escape') FROM vault.session");

        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row).doesNotContain(secret, "eyJ", "access"));
        String hex = java.util.HexFormat.of()
                .formatHex(java.util.Base64.getUrlDecoder().decode(secret));
        assertThat(rows).noneMatch(row -> row.contains(hex));
        assertThat(
                        Vault.column(
                                "SELECT has_table_privilege('registry_app', 'vault.session', 'SELECT, INSERT, UPDATE, DELETE')"))
                .containsExactly("f");
    }

    @Test
    void a_session_that_the_table_holds_for_another_secret_is_none() {
        EmbeddedProvider.logIn(browser, "lt-secret", "");
        Browser victim = new Browser();
        EmbeddedProvider.logIn(victim, "lt-top-secret", "");
        Vault.execute("""
                UPDATE vault.session SET tokens = (SELECT tokens FROM vault.session WHERE subject = 'lt-top-secret'
                    ORDER BY began_at DESC LIMIT 1) WHERE subject = 'lt-secret'""");

        assertThat(browser.ask(Browser.VIEWER).status()).isEqualTo(401);
    }

    @Test
    void a_subject_has_so_many_sessions_and_the_oldest_gives_way() {
        EmbeddedProvider.logIn(browser, "approver", "");
        for (int i = 0; i < 9; i++) {
            EmbeddedProvider.logIn(new Browser(), "approver", "");
        }
        assertThat(browser.subject()).isEqualTo("approver");

        EmbeddedProvider.logIn(new Browser(), "approver", "");

        assertThat(browser.ask(Browser.VIEWER).status()).isEqualTo(401);
        assertThat(Vault.column("SELECT count(*) FROM vault.session WHERE subject = 'approver'"))
                .containsExactly("10");
    }

    @Test
    void logins_that_nobody_finishes_take_up_nothing() {
        List<String> before = Vault.column("SELECT count(*) FROM vault.session");
        for (int i = 0; i < 50; i++) {
            new Browser().begin("?return=/en");
        }

        assertThat(Vault.column("SELECT count(*) FROM vault.session")).isEqualTo(before);
    }

    private static List<String> attributes(HttpResponse<String> response, String name) {
        String cookie = response.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith(name + "="))
                .reduce((first, second) -> second)
                .orElseThrow();
        return List.of(cookie.split("; ", -1)).subList(1, cookie.split("; ", -1).length);
    }
}
