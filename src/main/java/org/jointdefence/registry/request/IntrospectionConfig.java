package org.jointdefence.registry.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Role;

/** Who may ask for the schema. */
@ConfigMapping(prefix = "registry.introspection")
public interface IntrospectionConfig {

    /** Everybody. */
    @WithDefault("false")
    boolean open();

    /** Otherwise: callers with one of these functions. */
    Optional<Set<Role>> functions();

    /** Where GraphiQL is, for browsers that come without a question; nowhere, unless this is set. */
    Optional<String> graphiql();

    default boolean allows(Caller caller) {
        return open() || functions().stream().flatMap(Set::stream).anyMatch(caller::has);
    }
}
