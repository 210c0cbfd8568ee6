package org.jointdefence.registry.noninterference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jointdefence.registry.equivalence.document.RandomDocument;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Dresses documents as requests, in all the ways that the route knows, and now and then in one that it refuses. */
final class RandomRequests {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Shorter than the longest line that the server reads. */
    private static final int LONGEST_TARGET = 12_000;

    private static final List<String> ACCEPTED = List.of(
            "application/json",
            "application/graphql-response+json",
            "application/graphql-response+json, application/json;q=0.9",
            "*/*");

    private final Random random;
    private final Map<String, String> headers;

    /**
     * Requests of one caller.
     *
     * @param authorization the value of that header; null for somebody without a token
     */
    RandomRequests(Random random, @Nullable String authorization) {
        this.random = random;
        this.headers = authorization == null ? Map.of() : Map.of("Authorization", authorization);
    }

    /** The requests that ask what the document asks, to be sent one after the other. */
    List<Request> asking(RandomDocument document) {
        Map<String, @Nullable Object> parameters = parameters(document);
        parameters.put("query", document.text());
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3 -> List.of(get(parameters));
            case 4 -> List.of(get(parameters).by("HEAD"));
            case 5, 6 -> persisted(document);
            case 7 -> {
                Request plain = post(parameters);
                yield List.of(plain, plain.with("Accept-Encoding", "gzip"));
            }
            default -> List.of(post(parameters));
        };
    }

    /** The requests that ask what a trusted document asks, by its id. */
    List<Request> asking(RandomDocument document, String id) {
        Map<String, @Nullable Object> parameters = parameters(document);
        parameters.put("documentId", id);
        return List.of(random.nextInt(4) == 0 ? post(parameters) : get(parameters));
    }

    /** A request that is refused, if not always for what is wrong with it. */
    Request spoilt(RandomDocument document) {
        Map<String, @Nullable Object> parameters = parameters(document);
        parameters.put("query", document.text());
        Request request = post(parameters);
        return switch (random.nextInt(12)) {
            case 0 -> request.carrying(cut(request.body()));
            case 1 -> request.with("Content-Type", "text/plain");
            case 2 -> request.with("Accept", "text/html");
            case 3 -> request.by("PUT");
            case 4 -> request.with("Authorization", "Bearer " + cut(String.valueOf(headers.get("Authorization"))));
            case 5 -> {
                parameters.remove("query");
                parameters.put("documentId", "unknown");
                yield post(parameters);
            }
            case 6 -> {
                parameters.put("operationName", "Nobody");
                yield post(parameters);
            }
            case 7 -> {
                parameters.put("variables", Map.of("v0", List.of(Map.of("x", 1)), "v1", "x", "v2", -1));
                yield post(parameters);
            }
            case 8 -> {
                parameters.put("extensions", Map.of("persistedQuery", Map.of("sha256Hash", "0".repeat(64))));
                yield post(parameters);
            }
            case 9 -> {
                parameters.put("query", document.text().replaceFirst("\\{ ", "{ nobody "));
                yield post(parameters);
            }
            default -> {
                parameters.put("query", cut(document.text()));
                yield random.nextBoolean() ? post(parameters) : get(parameters);
            }
        };
    }

    /** Registers the document by its hash, and asks by that. */
    private List<Request> persisted(RandomDocument document) {
        Map<String, @Nullable Object> parameters = parameters(document);
        parameters.put(
                "extensions", Map.of("persistedQuery", Map.of("version", 1, "sha256Hash", sha256(document.text()))));
        Request byHash = get(parameters);
        parameters.put("query", document.text());
        return List.of(post(parameters), byHash);
    }

    private static Map<String, @Nullable Object> parameters(RandomDocument document) {
        Map<String, @Nullable Object> parameters = new LinkedHashMap<>();
        if (!document.variables().isEmpty()) {
            parameters.put("variables", document.variables());
        }
        if (document.operationName() != null) {
            parameters.put("operationName", document.operationName());
        }
        return parameters;
    }

    private Request post(Map<String, @Nullable Object> parameters) {
        return accepting(Request.post(json(parameters), headers));
    }

    /** By GET, unless that would be too long. */
    private Request get(Map<String, @Nullable Object> parameters) {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, value) ->
                pairs.add(name + "=" + URLEncoder.encode(value instanceof String text ? text : json(value), UTF_8)));
        String target = "/graphql?" + String.join("&", pairs);
        return target.length() > LONGEST_TARGET ? post(parameters) : accepting(Request.get(target, headers));
    }

    private Request accepting(Request request) {
        return random.nextInt(3) == 0 ? request : request.with("Accept", ACCEPTED.get(random.nextInt(ACCEPTED.size())));
    }

    /** Without a character, or without the end. */
    private String cut(String text) {
        int at = random.nextInt(text.length());
        return random.nextBoolean() ? text.substring(0, at) : text.substring(0, at) + text.substring(at + 1);
    }

    private static String json(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
