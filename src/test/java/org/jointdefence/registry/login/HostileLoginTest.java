package org.jointdefence.registry.login;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jointdefence.registry.GraphQLAnswer;
import org.jointdefence.registry.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Logins that somebody forges, replays or disturbs, with a provider that checks what it is given. */
@QuarkusTest
@TestProfile(HostileLoginTest.WithStepUp.class)
@WithTestResource(LoginIssuer.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileLoginTest {

    private final LoginIssuer issuer = LoginIssuer.issuer();
    private final Browser browser = new Browser();

    @BeforeEach
    void begin_without_sessions() {
        Vault.execute("DELETE FROM vault.session");
    }

    @AfterEach
    void be_well() {
        issuer.hanging = false;
        issuer.failingStatus = 0;
        issuer.lenient = false;
        issuer.delay = Duration.ZERO;
        issuer.listen();
    }

    private HttpResponse<String> logIn(Browser at, boolean renewable, UnaryOperator<JwtClaimsBuilder> claims) {
        String provider = at.begin("?return=/en");
        return at.open(
                Browser.callback(issuer.code(provider, renewable, claims), Browser.parameter(provider, "state")));
    }

    @Test
    void a_session_is_worth_its_access_token_and_nothing_of_its_ID_token() {
        assertThat(logIn(browser, false, claims -> claims.groups(Set.of("clearance:confidential", "nation:UA")))
                        .statusCode())
                .isEqualTo(200);

        GraphQLAnswer answer = browser.ask(Browser.VIEWER);

        assertThat(answer.data().at("/viewer/clearance/level").asText()).isEqualTo("CONFIDENTIAL");
        assertThat(answer.data().at("/viewer/clearance/nation").asText()).isEqualTo("UA");
        HttpResponse<String> bearer = new Browser()
                .ask(
                        Browser.VIEWER,
                        Map.of(
                                "Authorization",
                                "Bearer "
                                        + issuer.token(claims ->
                                                claims.groups(Set.of("clearance:confidential", "nation:UA")))));
        assertThat(answer.body()).isEqualTo(bearer.body());
    }

    @Test
    void an_access_token_that_no_bearer_could_use_begins_no_session() {
        List<UnaryOperator<JwtClaimsBuilder>> spoiled = List.of(
                claims -> claims.audience("somebody-else"),
                claims -> claims.issuer("https://other.example"),
                claims -> claims.expiresAt(Instant.now().minusSeconds(60)),
                claims -> claims.subject("a\nb"));
        for (UnaryOperator<JwtClaimsBuilder> each : spoiled) {
            HttpResponse<String> response = logIn(browser, false, each);

            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(response.body()).contains("does not accept the identity provider");
            assertThat(browser.cookies()).isEmpty();
        }
    }

    @Test
    void a_state_that_is_not_of_this_browser_is_refused_before_the_provider_is_asked() {
        Browser attacker = new Browser();
        String theirs = attacker.begin("?return=/en");
        String code = issuer.code(theirs, false, claims -> claims.subject("attacker"));
        String state = Browser.parameter(theirs, "state");
        int before = issuer.requests();

        // Login CSRF: the attacker's callback in a browser without a login, and in one with another.
        assertThat(browser.open(Browser.callback(code, state), "cross-site").statusCode())
                .isEqualTo(400);
        String own = browser.begin("?return=/lt");
        HttpResponse<String> other = browser.open(Browser.callback(code, state), "cross-site");
        assertThat(other.statusCode()).isEqualTo(400);
        assertThat(other.body()).contains("Prisijungimas truko per ilgai", "/login?return=%2Flt");
        browser.begin("?return=/en");
        String forged = Browser.parameter(own, "state");
        for (String each : List.of("", forged, forged.toLowerCase(java.util.Locale.ROOT), "A".repeat(43))) {
            browser.begin("?return=/en");
            assertThat(browser.open(Browser.callback(code, each)).statusCode())
                    .as(each)
                    .isEqualTo(400);
        }

        assertThat(issuer.requests()).isEqualTo(before);
        assertThat(browser.cookies()).doesNotContainKey(Browser.SESSION);
    }

    @Test
    void a_state_holds_for_the_way_back_and_the_time_that_it_was_made_for() {
        String provider = browser.begin("?return=/en");
        String cookie = browser.cookie(Browser.LOGIN);
        String path =
                Browser.callback(issuer.code(provider, false, claims -> claims), Browser.parameter(provider, "state"));
        String[] parts = cookie.split("\\.", -1);
        String elsewhere = java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("/lt".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        for (String changed : List.of(
                parts[0] + "." + parts[1] + "." + elsewhere,
                (Long.parseLong(parts[0]) + 1) + "." + parts[1] + "." + parts[2],
                parts[0] + "." + parts[1],
                cookie + ".",
                "")) {
            browser.cookies().put(Browser.LOGIN, changed);
            assertThat(browser.open(path).statusCode()).as(changed).isEqualTo(400);
        }
        browser.cookies().put(Browser.LOGIN, cookie);
        assertThat(browser.open(path).statusCode()).isEqualTo(200);
    }

    @Test
    void a_login_cannot_be_finished_after_ten_minutes() {
        LoginAttempt old = LoginAttempt.begin("/en", Instant.now().minus(Duration.ofMinutes(11)));
        LoginAttempt future = LoginAttempt.begin("/en", Instant.now().plus(Duration.ofMinutes(2)));
        int before = issuer.requests();

        for (LoginAttempt each : List.of(old, future)) {
            browser.cookies().put(Browser.LOGIN, each.cookie());
            assertThat(browser.open(Browser.callback("a", each.state())).statusCode())
                    .isEqualTo(400);
        }
        assertThat(issuer.requests()).isEqualTo(before);
    }

    @Test
    void a_login_begins_one_session_even_if_the_provider_accepts_its_code_again() {
        issuer.lenient = true;
        String provider = browser.begin("?return=/en");
        String login = browser.cookie(Browser.LOGIN);
        String path =
                Browser.callback(issuer.code(provider, false, claims -> claims), Browser.parameter(provider, "state"));
        assertThat(browser.open(path).statusCode()).isEqualTo(200);

        Browser thief = new Browser();
        assertThat(thief.open(path).statusCode()).isEqualTo(400);
        thief.cookies().put(Browser.LOGIN, login);
        assertThat(thief.open(path).statusCode()).isEqualTo(400);
        assertThat(thief.cookies()).isEmpty();
        assertThat(browser.subject()).isEqualTo("somebody");
    }

    @Test
    void a_code_of_another_login_is_of_no_use() {
        String theirs = new Browser().begin("?return=/en");
        String code = issuer.code(theirs, false, claims -> claims.subject("attacker"));
        String own = browser.begin("?return=/en");

        HttpResponse<String> injected = browser.open(Browser.callback(code, Browser.parameter(own, "state")));

        assertThat(injected.statusCode()).isEqualTo(403);
        assertThat(injected.body()).contains("did not confirm who you are");
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void what_the_provider_refuses_is_said_and_what_is_no_response_is_refused() {
        for (String parameters : List.of(
                "&error=access_denied",
                "&error=access_denied&code=a",
                "",
                "&code=a&code=b",
                "&code=" + "a".repeat(4_001),
                "&code=a")) {
            String provider = browser.begin("?return=/uk");
            HttpResponse<String> response = browser.open(
                    "/login/callback?state=" + Browser.parameter(provider, "state") + parameters, "cross-site");
            assertThat(response.statusCode()).as(parameters).isIn(400, 403);
            assertThat(response.body()).as(parameters).contains("<html lang=\"uk\">", "href=\"/uk\"");
            assertThat(browser.cookies()).isEmpty();
        }
        String provider = browser.begin("?return=/uk");
        String state = Browser.parameter(provider, "state");
        String code = issuer.code(provider, false, claims -> claims);
        assertThat(browser.open(Browser.callback(code, state) + "&state=" + state)
                        .statusCode())
                .isEqualTo(400);
        assertThat(logIn(browser, false, claims -> claims).statusCode()).isEqualTo(200);
    }

    @Test
    void a_response_that_names_another_issuer_is_refused() {
        for (String other : List.of("https://other.example", "", issuer.url() + "/")) {
            String provider = browser.begin("?return=/en");
            String code = issuer.code(provider, false, claims -> claims);
            int before = issuer.requests();
            HttpResponse<String> response = browser.open(
                    Browser.callback(code, Browser.parameter(provider, "state")) + "&iss=" + Browser.encode(other));
            assertThat(response.statusCode()).isEqualTo(403);
            assertThat(issuer.requests()).isEqualTo(before);
        }
        String provider = browser.begin("?return=/en");
        String code = issuer.code(provider, false, claims -> claims);
        assertThat(browser.open(Browser.callback(code, Browser.parameter(provider, "state")) + "&iss="
                                + Browser.encode(issuer.url()))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?return=//elsewhere.example",
                "?return=/%5Celsewhere.example",
                "?return=https://elsewhere.example",
                "?return=%2F%2Felsewhere.example",
                "?return=%252F%252Felsewhere.example",
                "?return=/en%0d%0aLocation:%20x",
                "?return=/en&return=/lt",
                "?return=",
                "?return=%25",
                "?return=%ff%fe",
                "?acr_values=mfa",
                "?max_age=60",
                "?acr_values=none&max_age=60",
                "?acr_values=mfa&max_age=61",
                "?acr_values=mfa&max_age=0",
                "?acr_values=mfa&max_age=060",
                "?acr_values=mfa%20none&max_age=60",
                "?acr_values=mfa%20&max_age=60",
                "?acr_values=&max_age=60",
                "?acr_values=mfa&acr_values=mfa&max_age=60",
                "?acr_values=mfa%26prompt=none&max_age=60"
            })
    void what_the_page_does_not_ask_for_is_refused(String parameters) {
        HttpResponse<String> response = browser.open("/login" + parameters);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().map()).doesNotContainKey("location");
        assertThat(response.body()).doesNotContain("elsewhere");
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void a_way_back_of_10_000_characters_is_refused() {
        assertThat(browser.open("/login?return=/en/" + "a".repeat(7_000)).statusCode())
                .isEqualTo(400);
        assertThat(browser.open("/login?return=/en/" + "a".repeat(10_000)).statusCode())
                .isEqualTo(414);
        assertThat(browser.begin("?return=/en/" + "a".repeat(1_400))).contains("state=");
    }

    @Test
    void a_stronger_login_takes_the_place_of_a_session() {
        logIn(browser, false, claims -> claims);
        HttpResponse<String> weak = browser.ask(Browser.VIEWER, Map.of("Sec-Fetch-Site", "same-origin"));
        assertThat(weak.body()).contains("\"CONFIDENTIAL\"", "\"acrValues\":[\"mfa\",\"phr\"]", "\"maxAge\":60");
        assertThat(weak.headers().firstValue("WWW-Authenticate").orElseThrow()).contains("acr_values=\"mfa phr\"");
        Browser before = new Browser();
        before.cookies().putAll(browser.cookies());

        String provider = browser.begin("?return=/en/firms&acr_values=mfa+phr&max_age=60");
        assertThat(Browser.parameter(provider, "acr_values")).isEqualTo("mfa phr");
        assertThat(Browser.parameter(provider, "max_age")).isEqualTo("60");
        assertThat(before.ask(Browser.VIEWER).status()).isEqualTo(401);
        String code = issuer.code(provider, false, claims -> claims.claim("acr", "mfa")
                .claim("auth_time", Instant.now().getEpochSecond()));
        HttpResponse<String> back = browser.open(Browser.callback(code, Browser.parameter(provider, "state")));

        assertThat(back.body()).contains("url=/en/firms");
        assertThat(browser.ask(Browser.VIEWER).body()).contains("\"SECRET\"").doesNotContain("stepUp");
    }

    @Test
    void a_session_without_a_refresh_token_ends_with_its_access_token() throws InterruptedException {
        HttpResponse<String> response = logIn(browser, false, claims -> claims.expiresIn(Duration.ofSeconds(3)));
        assertThat(response.headers().allValues("Set-Cookie"))
                .anySatisfy(
                        cookie -> assertThat(cookie).startsWith(Browser.SESSION).containsPattern("Max-Age=[23];"));
        assertThat(browser.subject()).isEqualTo("somebody");

        Thread.sleep(4_000);

        GraphQLAnswer ended = browser.ask(Browser.VIEWER);
        assertThat(ended.status()).isEqualTo(401);
        assertThat(ended.code()).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    void a_session_is_renewed_once_for_all_who_wait_and_goes_on() throws Exception {
        AtomicInteger tokens = new AtomicInteger();
        logIn(browser, true, claims -> claims.expiresIn(Duration.ofSeconds(tokens.getAndIncrement() == 0 ? 8 : 300)));
        issuer.delay = Duration.ofMillis(500);
        int before = issuer.requests();
        List<Browser> tabs = IntStream.range(0, 8)
                .mapToObj(i -> {
                    Browser tab = new Browser();
                    tab.cookies().putAll(browser.cookies());
                    return tab;
                })
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<String>> subjects =
                    tabs.stream().map(tab -> threads.submit(tab::subject)).toList();
            for (Future<String> subject : subjects) {
                assertThat(subject.get()).isEqualTo("somebody");
            }
        }

        assertThat(issuer.requests() - before).isEqualTo(1);
        assertThat(browser.subject()).isEqualTo("somebody");
    }

    /** Quarkus shares the renewals of one process; other processes ask the same table. */
    @Test
    void one_process_at_a_time_renews_a_session() {
        logIn(browser, true, claims -> claims);
        String claim = "SELECT registry.claim_renewal(id, version) FROM vault.session";

        assertThat(Vault.column(claim)).containsExactly("t");
        assertThat(Vault.column(claim)).containsExactly("f");
        Vault.execute("SELECT registry.end_renewal(id, version, NULL) FROM vault.session");
        assertThat(Vault.column(claim)).containsExactly("t");
        Vault.execute("SELECT registry.end_renewal(id, version, tokens) FROM vault.session");
        assertThat(Vault.column("SELECT version FROM vault.session")).containsExactly("2");
        assertThat(Vault.column("SELECT registry.claim_renewal(id, 1) FROM vault.session"))
                .containsExactly("f");
        assertThat(Vault.column(claim)).containsExactly("t");
        Vault.execute("UPDATE vault.session SET renewal_until = now() - interval '1 s'");
        assertThat(Vault.column(claim)).containsExactly("t");
    }

    @Test
    void a_session_ends_when_the_provider_renews_it_no_more() {
        logIn(browser, true, claims -> claims.expiresIn(Duration.ofSeconds(8)));
        issuer.failingStatus = 400;

        assertThat(browser.ask(Browser.VIEWER).status()).isEqualTo(401);
        issuer.failingStatus = 0;
        assertThat(browser.ask(Browser.VIEWER).status()).isEqualTo(401);
    }

    @Test
    void a_session_outlives_a_provider_that_is_away() {
        logIn(browser, true, claims -> claims.expiresIn(Duration.ofSeconds(8)));
        issuer.failingStatus = 500;

        GraphQLAnswer away = browser.ask(Browser.VIEWER);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.code()).isEqualTo("UNAVAILABLE");
        issuer.failingStatus = 0;
        assertThat(browser.subject()).isEqualTo("somebody");
    }

    @Test
    void a_renewal_cannot_make_somebody_else_of_a_session() {
        boolean[] second = new boolean[1];
        logIn(browser, true, claims -> {
            JwtClaimsBuilder changed = claims.expiresIn(Duration.ofSeconds(8));
            return second[0] ? changed.subject("somebody-else") : changed;
        });
        second[0] = true;

        assertThat(browser.ask(Browser.VIEWER).status()).isEqualTo(401);
    }

    @Test
    void the_page_says_when_the_provider_is_away_and_the_API_goes_on() {
        String provider = browser.begin("?return=/lt");
        String path =
                Browser.callback(issuer.code(provider, false, claims -> claims), Browser.parameter(provider, "state"));
        String cookie = browser.cookie(Browser.LOGIN);
        issuer.failingStatus = 500;
        assertThat(browser.open(path).body()).contains("Tapatybės teikėjas neatsako");
        issuer.failingStatus = 404;
        browser.cookies().put(Browser.LOGIN, cookie);
        assertThat(browser.open(path).body()).contains("Tapatybės teikėjas neatsako");
        issuer.failingStatus = 0;
        issuer.hanging = true;
        browser.cookies().put(Browser.LOGIN, cookie);
        assertThat(browser.open(path).statusCode()).isEqualTo(503);
        issuer.close();
        browser.cookies().put(Browser.LOGIN, cookie);
        assertThat(browser.open(path).statusCode()).isEqualTo(503);

        assertThat(browser.ask("{ countries { nodes { alpha2 } } }").status()).isEqualTo(200);
        issuer.hanging = false;
        issuer.listen();
        assertThat(logIn(browser, false, claims -> claims).statusCode()).isEqualTo(200);
    }

    @Test
    void logout_needs_nothing_of_the_provider() {
        logIn(browser, false, claims -> claims);
        Browser copy = new Browser();
        copy.cookies().putAll(browser.cookies());
        issuer.close();

        HttpResponse<String> response = browser.post("/logout?return=/lt", "same-origin", "application/json");

        assertThat(response.body()).isEqualTo("{\"location\":\"/lt\"}");
        assertThat(browser.cookies()).isEmpty();
        assertThat(copy.ask(Browser.VIEWER).status()).isEqualTo(401);
    }

    @Test
    void there_are_so_many_sessions_in_all_and_no_more() {
        for (int i = 0; i < 5; i++) {
            String subject = "subject " + i;
            assertThat(logIn(new Browser(), false, claims -> claims.subject(subject))
                            .statusCode())
                    .isEqualTo(200);
        }

        assertThat(logIn(browser, false, claims -> claims.subject("late")).statusCode())
                .isEqualTo(503);
        assertThat(browser.cookies()).isEmpty();
        Vault.execute("UPDATE vault.session SET ends_at = now() WHERE subject = 'subject 0'");
        assertThat(logIn(browser, false, claims -> claims.subject("late")).statusCode())
                .isEqualTo(200);
        assertThat(Vault.column("SELECT count(*) FROM vault.session WHERE subject = 'subject 0'"))
                .containsExactly("0");
    }

    @Test
    void tokens_that_no_request_could_carry_begin_no_session() {
        HttpResponse<String> response = logIn(browser, false, claims -> claims.claim("big", "a".repeat(8_000)));

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(browser.cookies()).isEmpty();
    }

    /** With few sessions. Secret requires a second factor. */
    public static class WithStepUp implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("quarkus.oidc.devservices.enabled", "false"),
                    Map.entry("quarkus.oidc.token.audience", "partnership-registry"),
                    Map.entry("quarkus.oidc.credentials.secret", LoginIssuer.SECRET),
                    Map.entry("registry.login.enabled", "true"),
                    Map.entry("registry.login.sessions", "5"),
                    Map.entry("registry.http.public-address", "https://registry.example"),
                    Map.entry("registry.clearance.step-up.level", "secret"),
                    Map.entry("registry.clearance.step-up.acr-values", "mfa,phr"),
                    Map.entry("registry.clearance.step-up.maximum-age", "60s"));
        }
    }
}
