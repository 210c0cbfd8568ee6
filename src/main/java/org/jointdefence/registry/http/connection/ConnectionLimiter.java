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
 * Bounds how many connections are open, in all and of one address. A new connection that finds no place takes that of one
 * without a request: whoever opens connections and sends nothing would otherwise keep everybody else out until the deadline
 * for heads. Of the connections of the address that has most, the one gives way that has waited longest; if all of them have
 * a request, the new connection is closed.
 */
final class ConnectionLimiter {

    private static final Logger LOG = Logger.getLogger(ConnectionLimiter.class);

    /** Longer than a body, waiting for a permit, the work and the answer may take together. */
    private static final Duration REQUEST_TIME = Duration.ofMinutes(2);

    private final int most;
    private final int mostOfAddress;
    private final Duration headTime;
    private final Set<ClientConnection> open = new HashSet<>();
    private final Map<Party, Integer> counts = new HashMap<>();
    private int displaced;
    private int refused;

    /**
     * No connection is open yet.
     *
     * @param most connections at a time
     * @param mostOfAddress connections of one address
     * @param headTime how long a head may take to arrive
     */
    ConnectionLimiter(int most, int mostOfAddress, Duration headTime) {
        this.most = most;
        this.mostOfAddress = Math.min(most, mostOfAddress);
        this.headTime = headTime;
    }

    /** Admits a connection, perhaps in the place of another; null if there is no place for it. */
    synchronized @Nullable ClientConnection admit(Channel channel) {
        ClientConnection connection = new ClientConnection(channel);
        Party party = connection.party();
        boolean admitted = count(party) >= mostOfAddress
                ? displace(each -> each.party().equals(party))
                : open.size() < most || displace(each -> true);
        if (!admitted) {
            refused++;
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

    /** How many are open. */
    synchronized int size() {
        return open.size();
    }

    /** Closes the connections whose heads are late, and logs in one line what became of connections since the last time. */
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
        if (late + displaced + refused > 0) {
            LOG.warnf(
                    "Closed connections: %d without a complete request after %d s, %d in favour of new ones,"
                            + " %d new ones for want of a place",
                    late, headTime.toSeconds(), displaced, refused);
            displaced = 0;
            refused = 0;
        }
    }
}
