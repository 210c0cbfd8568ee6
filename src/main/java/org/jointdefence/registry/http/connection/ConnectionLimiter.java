package org.jointdefence.registry.http.connection;

import io.netty.channel.Channel;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jointdefence.registry.budget.Party;
import org.jspecify.annotations.Nullable;

/**
 * Limits the number of open connections, in total and per address. At the limit, a new connection replaces one without
 * a request; otherwise a client that opens connections and sends nothing would block all others until the deadline for
 * request heads. The replaced connection is the one that has waited longest among those of the address with the most
 * connections. If all of them have a request, the new connection is closed.
 */
final class ConnectionLimiter {

    private static final Logger LOG = Logger.getLogger(ConnectionLimiter.class);

    /** Longer than receiving a body, waiting for a permit, execution and sending the response may take together. */
    private static final Duration REQUEST_TIME = Duration.ofMinutes(2);

    private final int most;
    private final int mostOfAddress;
    private final Duration headTime;
    private final Set<ClientConnection> open = new HashSet<>();
    private final Map<Party, Integer> counts = new HashMap<>();
    private int displaced;
    private int rejected;

    /**
     * Creates a limiter without connections.
     *
     * @param most the maximum number of connections
     * @param mostOfAddress the maximum number of connections of one address
     * @param headTime the maximum time for the head of a request to arrive
     */
    ConnectionLimiter(int most, int mostOfAddress, Duration headTime) {
        this.most = most;
        this.mostOfAddress = Math.min(most, mostOfAddress);
        this.headTime = headTime;
    }

    /** Admits a connection, possibly in place of another; null if it is rejected. */
    synchronized @Nullable ClientConnection admit(Channel channel) {
        ClientConnection connection = new ClientConnection(channel);
        Party party = connection.party();
        boolean admitted = count(party) >= mostOfAddress
                ? displace(each -> each.party().equals(party))
                : open.size() < most || displace(each -> true);
        if (!admitted) {
            rejected++;
            return null;
        }
        open.add(connection);
        counts.merge(party, 1, Integer::sum);
        channel.closeFuture().addListener(closed -> remove(connection));
        return connection;
    }

    private boolean displace(Predicate<ClientConnection> candidates) {
        ClientConnection victim = open.stream()
                .filter(ClientConnection::isWaiting)
                .filter(candidates)
                .min(Comparator.comparingInt((ClientConnection each) -> -count(each.party()))
                        .thenComparing((one, other) -> Long.signum(one.since() - other.since())))
                .orElse(null);
        if (victim == null) {
            return false;
        }
        remove(victim);
        Disconnection.of(victim.channel());
        displaced++;
        return true;
    }

    private int count(Party party) {
        return counts.getOrDefault(party, 0);
    }

    private synchronized void remove(ClientConnection connection) {
        if (open.remove(connection)) {
            counts.computeIfPresent(connection.party(), (party, count) -> count == 1 ? null : count - 1);
        }
    }

    /** The number of open connections. */
    synchronized int size() {
        return open.size();
    }

    /**
     * Closes the connections whose heads are late, and logs one line about the connections closed since the last call.
     */
    void closeLate() {
        List<ClientConnection> late = late();
        late.forEach(each -> Disconnection.of(each.channel()));
        log(late.size());
    }

    private synchronized List<ClientConnection> late() {
        return open.stream()
                .filter(each -> each.isHeadLate(headTime.toNanos()) || each.isRequestLate(REQUEST_TIME.toNanos()))
                .toList();
    }

    private synchronized void log(int late) {
        if (late + displaced + rejected > 0) {
            LOG.warnf(
                    "Closed connections: %d without a complete request after %d s, %d to make room for new ones,"
                            + " %d new ones at the limit",
                    late, headTime.toSeconds(), displaced, rejected);
            displaced = 0;
            rejected = 0;
        }
    }
}
