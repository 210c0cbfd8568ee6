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

    /** Fields of an operation, fragments spread as often as they are used. */
    @WithDefault("5000")
    int fields();

    /** Selections, arguments and values of a document, fragments spread as often as its operations use them. */
    @WithDefault("20000")
    int nodes();

    /** Variables of an operation. */
    @WithDefault("100")
    int variables();

    /** Levels of lists and objects in a value, in a document as in JSON. */
    @WithDefault("50")
    int inputDepth();

    /** Values in the JSON of a request: numbers, texts, lists, objects and what they hold. */
    @WithDefault("10000")
    int inputValues();

    /** Elements of a list in arguments and variables. */
    @WithDefault("1000")
    int listLength();

    /** Fields of an order. */
    @WithDefault("8")
    int orderFields();

    /** Fields, operators and connectives of a filter, at all its levels together. */
    @WithDefault("400")
    int filterSize();

    /** Levels of a filter: objects within objects. */
    @WithDefault("20")
    int filterDepth();

    /** Associations that a filter goes through: each is a subquery. */
    @WithDefault("10")
    int filterAssociations();

    /** Fields times the sizes of the pages that they stand in: the values that an answer may hold, at most. */
    @WithDefault("100000")
    int complexity();

    /** The length that is assumed of a list without pages where nothing is known of it. */
    @WithDefault("10")
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
