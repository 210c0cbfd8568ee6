package org.jointdefence.registry.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Role;

/** Access to introspection. */
@ConfigMapping(prefix = "registry.introspection")
public interface IntrospectionConfig {

    /** Whether all callers may use introspection. */
    @WithDefault("false")
    boolean open();

    /** The roles that may use introspection if it is not open to all. */
    Optional<Set<Role>> functions();

    /** The path of GraphiQL, to which requests of browsers without a query are redirected; none unless set. */
    Optional<String> graphiql();

    default boolean allows(Caller caller) {
        return open() || functions().stream().flatMap(Set::stream).anyMatch(caller::has);
    }
}
