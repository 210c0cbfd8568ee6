package org.jointdefence.registry.http.connection;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jointdefence.registry.budget.Party;

/** An open connection: its address, and whether it waits for a request or has one in progress. */
final class ClientConnection {

    private enum Phase {
        /** Nothing has arrived since the last response. */
        IDLE,
        /** The head of a request is arriving, or the connection has just been opened. */
        HEAD,
        /** A request is being received or answered. */
        REQUEST
    }

    private record State(Phase phase, long since) {}

    private final Channel channel;
    private final Party party;
    private volatile State state = now(Phase.HEAD);

    ClientConnection(Channel channel) {
        this.channel = channel;
        this.party = Party.address(address(channel.remoteAddress()));
    }

    private static String address(SocketAddress remote) {
        return remote instanceof InetSocketAddress internet && internet.getAddress() != null
                ? internet.getAddress().getHostAddress()
                : String.valueOf(remote);
    }

    Channel channel() {
        return channel;
    }

    Party party() {
        return party;
    }

    /** Called when bytes arrive; after a response, they begin a new head. */
    void bytesReceived() {
        if (state.phase == Phase.IDLE) {
            state = now(Phase.HEAD);
        }
    }

    /** Called when a head is complete. */
    void requestBegun() {
        requestBegun(System.nanoTime());
    }

    /**
     * Called when the set of concurrent requests changes and is not empty.
     *
     * @param since the start of the oldest one, by {@link System#nanoTime}
     */
    void requestBegun(long since) {
        state = new State(Phase.REQUEST, since);
    }

    /** Called when the client has received its response and no other request is in progress. */
    void requestAnswered() {
        state = now(Phase.IDLE);
    }

    /** Whether the connection can be closed without losing a response. */
    boolean isWaiting() {
        return state.phase != Phase.REQUEST;
    }

    /** The start of the current phase, by {@link System#nanoTime}. */
    long since() {
        return state.since;
    }

    /** Whether a head has been arriving for longer than {@code longest} nanoseconds. */
    boolean isHeadLate(long longest) {
        State current = state;
        return current.phase == Phase.HEAD && System.nanoTime() - current.since > longest;
    }

    /** Whether the oldest request has been in progress for longer than {@code longest} nanoseconds. */
    boolean isRequestLate(long longest) {
        State current = state;
        return current.phase == Phase.REQUEST && System.nanoTime() - current.since > longest;
    }

    private static State now(Phase phase) {
        return new State(phase, System.nanoTime());
    }
}
