package org.jointdefence.registry.budget;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The capacity that all requests share, and the part of it that one caller can hold. */
@ConfigMapping(prefix = "registry.capacity")
public interface CapacityConfig {

    /** Maximum number of open connections. */
    @WithDefault("512")
    int connections();

    /** Maximum number of open connections of one address; behind a proxy, all have the proxy's address. */
    @WithDefault("128")
    int addressConnections();

    /**
     * The maximum time for the head of a request to arrive, from its first byte or from the opening of the connection.
     */
    @WithDefault("10s")
    Duration headTime();

    /** Concurrently executed requests of one caller: of a subject, or of an address without a token. */
    @WithDefault("6")
    int callerRequests();

    /** The part of the permits and of the bytes below that all callers without a token can hold together. */
    @WithDefault("0.5")
    double anonymousShare();

    /** The part of the bytes below that one caller can hold. */
    @WithDefault("0.34")
    double callerShare();

    /** Requests waiting for a permit; one caller can have a quarter of them. */
    @WithDefault("256")
    int waitingRequests();

    /** The maximum time that a request waits for a permit. */
    @WithDefault("3s")
    Duration waitingTime();

    /** Documents parsed and validated at a time. */
    @WithDefault("2")
    int preparations();

    /**
     * Requests whose token is being verified, which can mean waiting for the identity provider; one address can have a
     * quarter of them.
     */
    @WithDefault("256")
    int identifications();

    /** Bytes of heap for the bodies of all requests, from their first byte until the response. */
    @WithDefault("8M")
    MemorySize bodies();

    /** The maximum time for a body to arrive. */
    @WithDefault("10s")
    Duration bodyTime();

    /** Bytes of heap for all answers, from their first row until they are sent. */
    @WithDefault("24M")
    MemorySize answers();

    /** The maximum time for a client to receive an answer. */
    @WithDefault("30s")
    Duration answerTime();
}
