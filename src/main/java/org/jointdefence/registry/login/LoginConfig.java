package org.jointdefence.registry.login;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Login on the page, and sessions. */
@ConfigMapping(prefix = "registry.login")
interface LoginConfig {

    /** Whether people can log in; if not, the service takes bearer tokens only. */
    @WithDefault("false")
    boolean enabled();

    /** The scopes that a login asks the identity provider for. */
    @WithDefault("openid")
    List<String> scopes();

    /** The maximum time of a session, however often its tokens are renewed. */
    @WithDefault("8h")
    Duration sessionTime();

    /** The sessions of one subject; a further login ends the oldest one. */
    @WithDefault("10")
    int subjectSessions();

    /** The sessions of all subjects; a further login is refused. */
    @WithDefault("10000")
    int sessions();
}
