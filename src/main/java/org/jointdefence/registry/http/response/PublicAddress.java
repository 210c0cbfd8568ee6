package org.jointdefence.registry.http.response;

import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where clients reach the service, as its operator says: the header Host is the client's own word. */
@ApplicationScoped
public class PublicAddress {

    /** Where GraphQL requests are answered. */
    public static final String GRAPHQL = "/graphql";

    /** Where the metadata of the protected resource is (RFC 9728, section 3). */
    public static final String METADATA = "/.well-known/oauth-protected-resource";

    /** Scheme, host and port in small letters, as browsers write an origin (RFC 6454, section 6.2). */
    public static final Pattern ORIGIN =
            Pattern.compile("https?://([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\\[[0-9a-f:.]+])(:[0-9]{1,5})?");

    private final Optional<String> origin;

    public PublicAddress(HttpConfig config) {
        this.origin = config.publicAddress();
        origin.filter(address -> !ORIGIN.matcher(address).matches()).ifPresent(malformed -> {
            throw new ConfigurationException(
                    "registry.http.public-address: an origin such as https://registry.example, in small letters and without"
                            + " a path, is needed");
        });
    }

    /** The address of a path of ours; empty when nobody has said where we are. */
    public Optional<String> of(String path) {
        return origin.map(start -> start + path);
    }
}
