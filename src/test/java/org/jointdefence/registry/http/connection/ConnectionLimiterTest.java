package org.jointdefence.registry.http.connection;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConnectionLimiterTest {

    private final ConnectionLimiter limiter = new ConnectionLimiter(6, 3, Duration.ZERO);

    @Test
    void of_one_address_the_connection_that_has_waited_longest_gives_way() {
        Channel first = admit("192.0.2.1");
        Channel second = admit("192.0.2.1");
        Channel third = admit("192.0.2.1");
        assertThat(List.of(first, second, third)).allMatch(Channel::isOpen);

        Channel fourth = admit("192.0.2.1");

        assertThat(first.isOpen()).isFalse();
        assertThat(List.of(second, third, fourth)).allMatch(Channel::isOpen);
        assertThat(limiter.size()).isEqualTo(3);
    }

    @Test
    void a_request_that_is_being_answered_does_not_give_way() {
        ClientConnection first = requireNonNull(limiter.admit(channel("192.0.2.1")));
        first.requestBegun();
        Channel second = admit("192.0.2.1");
        Channel third = admit("192.0.2.1");

        Channel fourth = admit("192.0.2.1");

        assertThat(first.channel().isOpen()).isTrue();
        assertThat(second.isOpen()).isFalse();
        assertThat(List.of(third, fourth)).allMatch(Channel::isOpen);
    }

    @Test
    void there_is_no_place_when_all_have_requests() {
        for (int i = 0; i < 3; i++) {
            requireNonNull(limiter.admit(channel("192.0.2.1"))).requestBegun();
        }
        assertThat(limiter.admit(channel("192.0.2.1"))).isNull();
        assertThat(limiter.admit(channel("192.0.2.2"))).isNotNull();
    }

    @Test
    void in_all_the_address_gives_way_that_has_most_connections() {
        Channel lonely = admit("192.0.2.1");
        List<Channel> many = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            many.add(admit("192.0.2.2"));
        }
        admit("192.0.2.3");
        admit("192.0.2.4");

        Channel newcomer = admit("192.0.2.5");

        assertThat(newcomer.isOpen()).isTrue();
        assertThat(lonely.isOpen()).isTrue();
        assertThat(many).extracting(Channel::isOpen).containsExactly(false, true, true);
        assertThat(limiter.size()).isEqualTo(6);
    }

    @Test
    void the_addresses_of_one_IPv6_network_are_one() {
        Channel first = admit("2001:db8::1");
        admit("2001:db8::2");
        admit("2001:db8::3");
        admit("2001:db8:0:1::4");
        assertThat(first.isOpen()).isTrue();

        admit("2001:db8::5");

        assertThat(first.isOpen()).isFalse();
    }

    @Test
    void a_connection_that_is_closed_makes_room() {
        Disconnection.of(admit("192.0.2.1"));
        assertThat(limiter.size()).isZero();
    }

    @Test
    void a_connection_whose_head_is_late_is_closed() {
        ClientConnection late = requireNonNull(limiter.admit(channel("192.0.2.1")));
        ClientConnection working = requireNonNull(limiter.admit(channel("192.0.2.1")));
        ClientConnection idle = requireNonNull(limiter.admit(channel("192.0.2.1")));
        working.requestBegun();
        idle.requestBegun();
        idle.requestAnswered();

        limiter.closeLate();

        assertThat(late.channel().isOpen()).isFalse();
        assertThat(working.channel().isOpen()).isTrue();
        assertThat(idle.channel().isOpen()).isTrue();
    }

    private Channel admit(String address) {
        Channel channel = channel(address);
        assertThat(limiter.admit(channel)).isNotNull();
        return channel;
    }

    private static Channel channel(String address) {
        return new EmbeddedChannel(new ChannelInboundHandlerAdapter()) {
            @Override
            protected SocketAddress remoteAddress0() {
                return new InetSocketAddress(address, 1);
            }
        };
    }
}
