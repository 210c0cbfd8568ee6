package org.jointdefence.registry.noninterference;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An HTTP request, to be written as it is: no client's library between it and the service. */
record Request(String method, String target, Map<String, String> headers, String body) {

    static Request get(String target, Map<String, String> headers) {
        return new Request("GET", target, headers, "");
    }

    static Request post(String json, Map<String, String> headers) {
        return new Request("POST", "/graphql", headers, json).with("Content-Type", "application/json");
    }

    /** The same with this header; without it, if there is no value. */
    Request with(String name, @Nullable String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        if (value == null) {
            more.remove(name);
        } else {
            more.put(name, value);
        }
        return new Request(method, target, more, body);
    }

    Request by(String otherMethod) {
        return new Request(otherMethod, target, headers, body);
    }

    Request carrying(String otherBody) {
        return new Request(method, target, headers, otherBody);
    }

    byte[] bytes() {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: registry\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        if (!body.isEmpty() || method.equals("POST")) {
            head.append("Content-Length: ").append(body.getBytes(UTF_8).length).append("\r\n");
        }
        return head.append("Connection: close\r\n\r\n").append(body).toString().getBytes(UTF_8);
    }
}
