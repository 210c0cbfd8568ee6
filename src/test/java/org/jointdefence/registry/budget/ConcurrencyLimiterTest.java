package org.jointdefence.registry.budget;

import java.util.ArrayList;
import java.util.List;
import org.jointdefence.registry.budget.ConcurrencyLimiter.Permit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Four permits, of which anonymous callers can hold two and one party three; four requests can wait, two of one party.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConcurrencyLimiterTest {

    private static final Party SECRET = Party.subject("issuer", "lt-secret");
    private static final Party OTHER = Party.subject("issuer", "other");
    private static final Party HERE = Party.address("192.0.2.1");
    private static final Party THERE = Party.address("192.0.2.2");

    private final ConcurrencyLimiter limiter = new ConcurrencyLimiter(new ConcurrencyLimiter.Limits(4, 2, 3, 4, 3, 2));
    private final List<Party> granted = new ArrayList<>();

    @Test
    void anonymous_callers_leave_permits_to_others() {
        List<Permit> anonymous = List.of(acquire(HERE), acquire(HERE), acquire(THERE));
        assertThat(granted).containsExactly(HERE, HERE);
        acquire(SECRET);
        assertThat(granted).containsExactly(HERE, HERE, SECRET);

        anonymous.getFirst().close();
        assertThat(granted).containsExactly(HERE, HERE, SECRET, THERE);
    }

    @Test
    void a_party_leaves_permits_to_others_and_passes_nobody_who_may_have_one_sooner() {
        List<Permit> secret = List.of(acquire(SECRET), acquire(SECRET), acquire(SECRET), acquire(SECRET));
        assertThat(granted).hasSize(3);
        acquire(OTHER);
        assertThat(granted).containsExactly(SECRET, SECRET, SECRET, OTHER);
        acquire(OTHER);

        secret.getFirst().close();
        assertThat(granted).endsWith(SECRET);
        secret.get(1).close();
        assertThat(granted).endsWith(SECRET, OTHER);
    }

    @Test
    void there_are_never_more_permits_than_limits_say() {
        acquire(SECRET);
        acquire(SECRET);
        acquire(SECRET);
        acquire(OTHER);
        acquire(OTHER);
        acquire(HERE);
        assertThat(granted).hasSize(4);
        assertThat(limiter.held()).isEqualTo(4);
        assertThat(limiter.waiting()).isEqualTo(2);
    }

    @Test
    void a_permit_is_given_back_once_however_often_it_is_closed() {
        Permit permit = acquire(SECRET);
        permit.close();
        permit.close();
        assertThat(limiter.held()).isZero();
    }

    @Test
    void who_leaves_the_queue_is_not_granted_a_permit_any_more() {
        Permit first = acquire(HERE);
        acquire(HERE);
        Permit waiting = acquire(HERE);
        assertThat(waiting.isWaiting()).isTrue();
        assertThat(waiting.abandon()).isTrue();
        assertThat(waiting.abandon()).isFalse();
        assertThat(first.abandon()).isFalse();

        first.close();
        assertThat(granted).hasSize(2);
        assertThat(limiter.held()).isEqualTo(1);
        assertThat(limiter.waiting()).isZero();
    }

    @Test
    void a_party_waits_so_often_and_no_more_and_so_do_all() {
        for (int i = 0; i < 5; i++) {
            acquire(SECRET);
        }
        assertThatThrownBy(() -> acquire(SECRET))
                .isInstanceOf(TooManyRequests.class)
                .hasMessage("More than 5 concurrent requests; wait for earlier ones to finish.");
        acquire(OTHER);
        acquire(OTHER);
        acquire(OTHER);
        assertThatThrownBy(() -> acquire(HERE)).isInstanceOf(Overload.class);
    }

    @Test
    void anonymous_callers_leave_places_in_the_queue_to_others() {
        for (Party party : List.of(HERE, THERE, HERE, THERE, HERE)) {
            acquire(party);
        }
        assertThat(limiter.waiting()).isEqualTo(3);
        assertThatThrownBy(() -> acquire(THERE)).isInstanceOf(Overload.class);
        acquire(SECRET);
        acquire(SECRET);
        assertThat(granted).endsWith(SECRET, SECRET);
        acquire(SECRET);
        assertThat(limiter.waiting()).isEqualTo(4);
    }

    private Permit acquire(Party party) {
        return limiter.acquire(party, permit -> granted.add(party));
    }
}
