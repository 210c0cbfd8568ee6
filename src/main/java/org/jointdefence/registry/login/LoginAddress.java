package org.jointdefence.registry.login;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jointdefence.registry.http.response.PublicAddress;

/** The address under which browsers reach the service, which the identity provider must know. */
@ApplicationScoped
@Startup
class LoginAddress {

    static final String CALLBACK = "/login/callback";

    /** Browsers trust this machine without TLS. */
    private static final Pattern THIS_MACHINE =
            Pattern.compile("http://(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::[0-9]+)?/.*");

    private final PublicAddress address;

    /**
     * Checks the configuration.
     *
     * @throws ConfigurationException if browsers would send cookies unencrypted; the service then does not start
     */
    LoginAddress(LoginConfig config, PublicAddress address) {
        this.address = address;
        if (config.enabled()) {
            Optional<String> callback = address.of(CALLBACK);
            if (callback.isEmpty()
                    || !(callback.get().startsWith("https://")
                            || THIS_MACHINE.matcher(callback.get()).matches())) {
                throw new ConfigurationException(
                        "registry.login.enabled: requires registry.http.public-address, and with https");
            }
        }
    }

    /** Whether cookies are sent over TLS only. */
    boolean isSecure() {
        return address.of(CALLBACK).filter(url -> url.startsWith("https://")).isPresent();
    }

    /** The URL to which the provider sends browsers after the login. */
    String callback() {
        return address.of(CALLBACK).orElseThrow();
    }

    /** The URL to which the provider sends browsers after the logout. */
    String home() {
        return address.of(ReturnPath.HOME).orElseThrow();
    }
}
