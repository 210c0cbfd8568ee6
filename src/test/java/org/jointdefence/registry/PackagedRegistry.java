package org.jointdefence.registry;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the build packaged, as a process of its own: it has the settings given and no others. */
public record PackagedRegistry(Process process, Path log, int port, int managementPort) implements AutoCloseable {

    /** One that has stopped answering would otherwise stop the tests, too. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A JVM that is stopped after a minute does not earn back what its second compiler takes of the processor. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Starts it, on ports that are free; {@code directory} gets its log. */
    public static PackagedRegistry start(Path directory, Map<String, String> settings) throws IOException {
        return start(directory, settings, executable());
    }

    /** Whatever is named to be tested; if nothing is, what the build packaged. */
    public static String executable() {
        return System.getProperty("registry.executable");
    }

    /** The same of another executable: a jar or a binary. */
    public static PackagedRegistry start(Path directory, Map<String, String> settings, String executable)
            throws IOException {
        return start(directory, settings, executable, SHORT_LIVED, List.of());
    }

    private static PackagedRegistry start(
            Path directory,
            Map<String, String> settings,
            String executable,
            List<String> jvmArguments,
            List<String> nativeArguments)
            throws IOException {
        Path log = directory.resolve("log");
        List<String> command = new ArrayList<>();
        if (executable.endsWith(".jar")) {
            command.add(System.getProperty("java.home") + "/bin/java");
            command.addAll(jvmArguments);
            command.add("-jar");
            command.add(executable);
        } else {
            command.add(executable);
            command.addAll(nativeArguments);
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        int port = freePort();
        int managementPort = freePort();
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.putAll(settings);
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort));
        Process process = builder.directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new PackagedRegistry(process, log, port, managementPort);
    }

    /** Starts it with the memory that its containers give it: what the Dockerfile of a JVM, or of a native executable, says. */
    public static PackagedRegistry startAsShipped(Path directory, Map<String, String> settings) throws IOException {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("JDK_JAVA_OPTIONS", shipped("Dockerfile.jvm", "(?m)^ENV JDK_JAVA_OPTIONS=\"(.+)\"$"));
        String[] arguments = shipped("Dockerfile.native-micro", "(?m)^CMD \\[(.+)]$")
                .replace("\"", "")
                .split(", *", -1);
        return start(directory, environment, executable(), List.of(), List.of(arguments));
    }

    private static String shipped(String dockerfile, String line) throws IOException {
        Matcher found = Pattern.compile(line)
                .matcher(Files.readString(Path.of("src/main/docker").resolve(dockerfile)));
        if (!found.find()) {
            throw new IllegalStateException(dockerfile + " has no " + line);
        }
        return found.group(1);
    }

    /** Waits for the process to end by itself; -1 if it does not. */
    public int exitCode() throws InterruptedException {
        return process.waitFor(3, TimeUnit.MINUTES) ? process.exitValue() : -1;
    }

    /** Waits until it is ready, or has ended. */
    public boolean becomesReady() throws IOException, InterruptedException {
        while (process.isAlive()) {
            try {
                if (isReady()) {
                    return true;
                }
            } catch (IOException notListeningYet) {
                Thread.sleep(100);
            }
        }
        return false;
    }

    /** Whether it says that it can answer. */
    public boolean isReady() throws IOException, InterruptedException {
        return get(managementPort, "/q/health/ready").statusCode() == 200;
    }

    /** What it has logged so far. */
    public String output() throws IOException {
        return Files.readString(log).strip();
    }

    public HttpResponse<String> get(int at, String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address(at, path)).timeout(PATIENCE).build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    public String ask(String query) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address(port, "/graphql"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"" + query + "\"}"))
                .build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }

    /** What it answers to a request of this bearer, or of nobody, if the token is empty. */
    public GraphQLAnswer answer(String token, String request) throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address(port, "/graphql"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json")
                .POST(BodyPublishers.ofString(request));
        if (!token.isEmpty()) {
            builder.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> response = HTTP.send(builder.build(), BodyHandlers.ofString());
        return new GraphQLAnswer(response.statusCode(), response.body());
    }

    private static URI address(int port, String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
