package org.jointdefence.registry.http.response;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;

/** The configured public address; the Host header is not used, because clients can set it to anything. */
@ApplicationScoped
public class PublicAddress {

    /** The path of the GraphQL endpoint. */
    public static final String GRAPHQL = "/graphql";

    /** The path of the protected resource metadata (RFC 9728, section 3). */
    public static final String METADATA = "/.well-known/oauth-protected-resource";

    /** An origin as browsers serialise it: scheme, host and port in lower case (RFC 6454, section 6.2). */
    public static final Pattern ORIGIN =
            Pattern.compile("https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");

    private final Optional<String> origin;

    public PublicAddress(HttpConfig config) {
        this.origin = config.publicAddress();
        origin.filter(address -> !ORIGIN.matcher(address).matches()).ifPresent(malformed -> {
            throw new ConfigurationException(
                    "registry.http.public-address: must be an origin such as https://registry.example, in lower case and"
                            + " without a path");
        });
    }

    /** The public URL of a path; empty if no public address is configured. */
    public Optional<String> of(String path) {
        return origin.map(start -> start + path);
    }
}
