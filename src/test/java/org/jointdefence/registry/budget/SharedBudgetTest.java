package org.jointdefence.registry.budget;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A budget of ten, of which anonymous callers can hold six and one party four. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SharedBudgetTest {

    private final SharedBudget budget = new SharedBudget("bytes", 10, 6, 4);

    @Test
    void a_party_holds_so_much_and_no_more_in_all_its_requests() {
        Party party = Party.subject("issuer", "subject");
        Reservation first = budget.reservation(party);
        first.grow(3);
        Reservation second = budget.reservation(party);
        assertThatThrownBy(() -> second.grow(2)).isInstanceOf(Overload.class).hasMessage("bytes");
        second.grow(1);

        first.close();
        first.close();
        second.grow(3);
        assertThat(budget.taken()).isEqualTo(4);
    }

    @Test
    void anonymous_callers_leave_a_part_to_others_and_nobody_gets_what_is_not_there() {
        reservation(Party.address("192.0.2.1"), 4);
        reservation(Party.address("192.0.2.2"), 2);
        assertThatThrownBy(() -> reservation(Party.address("192.0.2.3"), 1)).isInstanceOf(Overload.class);
        reservation(Party.subject("issuer", "one"), 3);
        assertThatThrownBy(() -> reservation(Party.subject("issuer", "two"), 2)).isInstanceOf(Overload.class);
        assertThat(budget.taken()).isEqualTo(9);
    }

    @Test
    void what_is_held_can_become_less_or_more_and_nothing_once_it_is_over() {
        Reservation reservation = reservation(Party.address("192.0.2.1"), 4);
        reservation.hold(1);
        assertThat(budget.taken()).isEqualTo(1);
        reservation.hold(2);
        assertThat(budget.taken()).isEqualTo(2);
        reservation.close();
        assertThat(budget.taken()).isZero();
        assertThatThrownBy(() -> reservation.grow(1)).isInstanceOf(Overload.class);
        assertThat(budget.taken()).isZero();
    }

    @Test
    void addresses_of_one_IPv6_network_are_one_party() {
        assertThat(Party.address("2001:db8::1")).isEqualTo(Party.address("2001:db8:0:0:ffff::2"));
        assertThat(Party.address("2001:db8::1")).isNotEqualTo(Party.address("2001:db8:0:1::1"));
        assertThat(Party.address("192.0.2.1")).isNotEqualTo(Party.address("192.0.2.2"));
        assertThat(Party.address("unknown")).isEqualTo(Party.address(null));
    }

    private Reservation reservation(Party party, long amount) {
        Reservation reservation = budget.reservation(party);
        reservation.grow(amount);
        return reservation;
    }
}
