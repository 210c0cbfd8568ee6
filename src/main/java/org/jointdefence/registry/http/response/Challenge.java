package org.jointdefence.registry.http.response;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates the {@code WWW-Authenticate} header for callers without a valid token. */
@ApplicationScoped
class Challenge {

    private static final String SCHEME = "Bearer";

    private final PublicAddress address;

    Challenge(PublicAddress address) {
        this.address = address;
    }

    /**
     * The challenge for a request: with an error only if it had a token (RFC 6750, section 3.1), and with the address of
     * the metadata if the public address is configured (RFC 9728, section 5.1).
     */
    String to(HttpServerRequest request) {
        List<String> parameters = new ArrayList<>();
        if (hasToken(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            parameters.add("error=\"invalid_token\"");
        }
        address.of(PublicAddress.METADATA + PublicAddress.GRAPHQL)
                .ifPresent(metadata -> parameters.add("resource_metadata=\"" + metadata + '"'));
        return parameters.isEmpty() ? SCHEME : SCHEME + ' ' + String.join(", ", parameters);
    }

    private static boolean hasToken(@Nullable String authorization) {
        return authorization != null
                && (authorization.equalsIgnoreCase(SCHEME)
                        || authorization.regionMatches(true, 0, SCHEME + ' ', 0, SCHEME.length() + 1));
    }
}
