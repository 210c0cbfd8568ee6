package org.jointdefence.registry.login;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jointdefence.registry.GraphQLAnswer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** As much of a browser as a login needs: it keeps cookies, and says what leads to a request. It follows no redirect by itself. */
final class Browser {

    static final String SESSION = "__Host-registry-session";
    static final String LOGIN = "__Host-registry-login";

    static final String VIEWER = "{ viewer { subject clearance { level nation compartments } rolesSeen } }";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern PARAMETER = Pattern.compile("[?&]([^=&]+)=([^&]*)");

    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** Its cookies, to be looked at or changed. */
    Map<String, String> cookies() {
        return cookies;
    }

    /** The value of a cookie that it has. */
    String cookie(String name) {
        return Objects.requireNonNull(cookies.get(name), name);
    }

    /** Goes to a page of the service, from the address bar. */
    HttpResponse<String> open(String path) {
        return open(path, "none");
    }

    HttpResponse<String> open(String path, String site) {
        return send(request(path)
                .header("Sec-Fetch-Site", site)
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document")
                .GET());
    }

    /** Sends a form or script's request without content, by a page of this origin. */
    HttpResponse<String> post(String path, String site, String accept) {
        return send(request(path)
                .header("Sec-Fetch-Site", site)
                .header("Accept", accept)
                .POST(BodyPublishers.noBody()));
    }

    /** Sends a document as the page does. */
    GraphQLAnswer ask(String query) {
        HttpResponse<String> response = ask(query, Map.of("Sec-Fetch-Site", "same-origin"));
        return new GraphQLAnswer(response.statusCode(), response.body());
    }

    HttpResponse<String> ask(String query, Map<String, String> headers) {
        HttpRequest.Builder post = request("/graphql")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"query\":\"" + query + "\"}"));
        headers.forEach(post::header);
        return send(post);
    }

    /** Who it is for the service. */
    String subject() {
        return ask(VIEWER).data().at("/viewer/subject").asText();
    }

    /** Begins a login, and returns the URL of the provider that it is led to. */
    String begin(String parameters) {
        HttpResponse<String> response = open("/login" + parameters);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(302);
        return response.headers().firstValue("Location").orElseThrow();
    }

    static String callback(String code, String state) {
        return "/login/callback?state=" + encode(state) + "&code=" + encode(code);
    }

    /** A parameter of a URL. */
    static String parameter(String url, String name) {
        Matcher parameters = PARAMETER.matcher(url);
        while (parameters.find()) {
            if (parameters.group(1).equals(name)) {
                return java.net.URLDecoder.decode(parameters.group(2), UTF_8);
            }
        }
        throw new AssertionError(url + " has no " + name);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        return request;
    }

    String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            throw new IllegalStateException(interruption);
        }
    }

    private void keep(String setCookie) {
        String[] parts = setCookie.split("; ?", -1);
        String[] pair = parts[0].split("=", 2);
        if (List.of(parts).contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
