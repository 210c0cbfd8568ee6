package org.jointdefence.registry.login;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

import static java.nio.charset.StandardCharsets.UTF_8;

/** URLs of the identity provider, which may have a query component already. */
final class Urls {

    private Urls() {}

    /** The URL with these parameters added, in their order. */
    static String with(String url, Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&", url + (url.contains("?") ? "&" : "?"), ""));
    }
}
