package org.jointdefence.registry.budget;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The limits of one request; a request beyond them fails with {@code LIMIT_EXCEEDED}. */
@ConfigMapping(prefix = "registry.limits")
public interface LimitsConfig {

    /** Bytes of a request's body. */
    @WithDefault("256K")
    MemorySize bodySize();

    /** Bytes of an answer's JSON; a larger answer is not sent at all. */
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

    /** Fields of an operation; a fragment counts as often as it is used. */
    @WithDefault("5000")
    int fields();

    /** Selections, arguments and values of a document; a fragment counts as often as the operations use it. */
    @WithDefault("20000")
    int nodes();

    /** Variables of an operation. */
    @WithDefault("100")
    int variables();

    /** Levels of lists and objects in a value, in documents and in JSON. */
    @WithDefault("50")
    int inputDepth();

    /** Values in the JSON of a request: numbers, texts, lists and objects, at all levels. */
    @WithDefault("10000")
    int inputValues();

    /** Elements of a list in arguments and variables. */
    @WithDefault("1000")
    int listLength();

    /** Fields in {@code orderBy}. */
    @WithDefault("8")
    int orderFields();

    /** Fields, operators and connectives of a filter, at all its levels together. */
    @WithDefault("400")
    int filterSize();

    /** Levels of a filter: objects within objects. */
    @WithDefault("20")
    int filterDepth();

    /** Associations in a filter; each is a subquery. */
    @WithDefault("10")
    int filterAssociations();

    /** The maximum number of values in an answer: fields multiplied by the sizes of the pages that contain them. */
    @WithDefault("100000")
    int complexity();

    /** The assumed length of an unpaged list whose length is unknown. */
    @WithDefault("10")
    int listSize();

    /** Aliased fields of a document. */
    @WithDefault("100")
    int aliases();

    /** Root fields of an operation, fragments resolved. */
    @WithDefault("20")
    int rootFields();

    /** Directives used in a document. */
    @WithDefault("100")
    int directives();

    /** The maximum time for one SQL statement, in PostgreSQL's notation; part of the connection options. */
    @WithDefault("5s")
    String statementTime();
}
