package org.jointdefence.registry.budget;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What all requests share, and how much of it one caller can hold. */
@ConfigMapping(prefix = "registry.capacity")
public interface CapacityConfig {

    /** Connections that are open at a time. */
    @WithDefault("512")
    int connections();

    /** Connections of one address; behind a proxy all are of the proxy's. */
    @WithDefault("128")
    int addressConnections();

    /** The longest that a request's head may take to arrive: from its first byte, or from when the connection was opened. */
    @WithDefault("10s")
    Duration headTime();

    /** Requests of one caller that are worked on at a time: of a subject, or of an address without a token. */
    @WithDefault("6")
    int callerRequests();

    /** The part of the permits, and of the bytes below, that all callers without a token can hold together. */
    @WithDefault("0.5")
    double anonymousShare();

    /** The part of the bytes below that one caller can hold. */
    @WithDefault("0.34")
    double callerShare();

    /** Requests that wait for a permit; of one caller, a quarter of them. */
    @WithDefault("256")
    int waitingRequests();

    /** The longest that a request waits for a permit. */
    @WithDefault("3s")
    Duration waitingTime();

    /** Documents that are parsed and validated at a time. */
    @WithDefault("2")
    int preparations();

    /** Requests whose token is being looked at, which can wait for the identity provider; of one address, a quarter. */
    @WithDefault("256")
    int identifications();

    /** Bytes of heap for the bodies of all requests, from their first byte until they are answered. */
    @WithDefault("8M")
    MemorySize bodies();

    /** The longest that a body may take to arrive. */
    @WithDefault("10s")
    Duration bodyTime();

    /** Bytes of heap for all answers, from their first row until they are sent. */
    @WithDefault("24M")
    MemorySize answers();

    /** The longest that a client may take to receive an answer. */
    @WithDefault("30s")
    Duration answerTime();
}
