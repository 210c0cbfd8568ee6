package org.jointdefence.registry.budget;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much one request, and one caller, may ask for; beyond it the answer is {@code LIMIT_EXCEEDED}. */
@ConfigMapping(prefix = "registry.limits")
public interface LimitsConfig {

    /** Bytes of a request's body. */
    @WithDefault("256K")
    MemorySize bodySize();

    /** Bytes of an answer's JSON; nothing leaves of an answer that is larger. */
    @WithDefault("1M")
    MemorySize answerSize();

    /** Characters of a document. */
    @WithDefault("65536")
    int characters();

    /** Tokens of a document. */
    @WithDefault("4000")
    int tokens();

    /** Fields within fields, fragments resolved; introspection is not counted. */
    @WithDefault("20")
    int depth();

    /** Fields times the sizes of the pages that they stand in: the values that an answer may hold, at most. */
    @WithDefault("100000")
    int complexity();

    /** The length that is assumed of a list that is no page. */
    @WithDefault("5")
    int listSize();

    /** Fields that a document gives another name. */
    @WithDefault("100")
    int aliases();

    /** Fields of the operation itself, fragments resolved. */
    @WithDefault("20")
    int rootFields();

    /** Directives used in a document. */
    @WithDefault("100")
    int directives();

    /** The longest that one SQL statement may take, as PostgreSQL writes times; a part of the connections' options. */
    @WithDefault("5s")
    String statementTime();
}
