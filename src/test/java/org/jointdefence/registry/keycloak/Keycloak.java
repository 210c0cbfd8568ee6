package org.jointdefence.registry.keycloak;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** A Keycloak on loopback with the realm of src/test/keycloak, which is forgotten when it stops. */
final class Keycloak implements AutoCloseable {

    /** Keycloak builds itself at its first start, which is slow on a machine that has other things to do. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String ADMINISTRATOR = "administrator";
    private static final String KEY_PROVIDER = "org.keycloak.keys.KeyProvider";

    private final Process process;
    private final Path log;
    private final String address;

    private Keycloak(Process process, Path log, String address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /** Starts what the profile unpacked; fails if it does not get ready. */
    static Keycloak start(Path directory) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("keycloak.home"));
        Path realms = Files.createDirectories(home.resolve("data/import"));
        Files.copy(
                Path.of("src/test/keycloak/realm.json"),
                realms.resolve("realm.json"),
                StandardCopyOption.REPLACE_EXISTING);
        int port = freePort();
        Path log = directory.resolve("keycloak.log");
        ProcessBuilder builder = new ProcessBuilder(
                "sh",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--db=dev-mem",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + freePort());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMINISTRATOR));
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Keycloak keycloak = new Keycloak(process, log, "http://127.0.0.1:" + port);
        try {
            keycloak.awaitRealm();
        } catch (AssertionError | RuntimeException | IOException | InterruptedException failure) {
            keycloak.close();
            throw failure;
        }
        return keycloak;
    }

    private void awaitRealm() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!answers()) {
            assertThat(process.isAlive() && Instant.now().isBefore(end))
                    .as("Keycloak did not start: %s", Files.readString(log))
                    .isTrue();
            Thread.sleep(500);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(issuer())).build();
            int status = HTTP.send(request, BodyHandlers.discarding()).statusCode();
            // It starts without a realm that it cannot read, and only says so in its log, if at all.
            assertThat(status).as("Keycloak has not taken the realm").isNotEqualTo(404);
            return status == 200;
        } catch (IOException notListeningYet) {
            return false;
        }
    }

    String issuer() {
        return address + "/realms/partnership";
    }

    /** The public key that signs tokens now, in Base64 of its DER. */
    String publicKey() {
        return given().get(issuer()).path("public_key");
    }

    /** A new key signs from now on; the old ones are still published. */
    void addKey() {
        Map<String, Object> key = Map.of(
                "name",
                "newest",
                "providerId",
                "rsa-generated",
                "providerType",
                KEY_PROVIDER,
                "config",
                Map.of("priority", List.of(String.valueOf(Instant.now().getEpochSecond()))));
        created(administration().body(key).post(address + "/admin/realms/partnership/components"));
    }

    /** Only the newest key for signatures is published from now on. */
    void removeOldKeys() {
        List<String> old = administration()
                .queryParam("type", KEY_PROVIDER)
                .get(address + "/admin/realms/partnership/components")
                .path("findAll { it.providerId == 'rsa-generated' && it.name != 'newest' }.id");
        assertThat(old).isNotEmpty();
        old.forEach(id -> done(administration().delete(address + "/admin/realms/partnership/components/" + id)));
    }

    /** What happens when a user signs out, or is signed out by an administrator. */
    void endSession(String session) {
        done(administration().delete(address + "/admin/realms/partnership/sessions/" + session));
    }

    void enable(String user, boolean enabled) {
        done(administration()
                .body(Map.of("enabled", enabled))
                .put(address + "/admin/realms/partnership/users/" + user));
    }

    /** Every token that was issued before is void. */
    void refuseTokensBefore(Instant instant) {
        done(administration()
                .body(Map.of("notBefore", instant.getEpochSecond()))
                .put(address + "/admin/realms/partnership"));
    }

    /** A good token of the realm of Keycloak's own administrators. */
    String administratorsToken() {
        return given().formParam("grant_type", "password")
                .formParam("client_id", "admin-cli")
                .formParam("username", ADMINISTRATOR)
                .formParam("password", ADMINISTRATOR)
                .post(address + "/realms/master/protocol/openid-connect/token")
                .path("access_token");
    }

    private RequestSpecification administration() {
        return given().auth().oauth2(administratorsToken()).contentType(ContentType.JSON);
    }

    private static void created(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
    }

    private static void done(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(204);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** kc.sh hands the signal on to the server that it started. */
    @Override
    public void close() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
