package org.jointdefence.registry.http.connection;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerOptions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RequestDecoderTest {

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final ClientConnection connection = new ClientConnection(channel);

    RequestDecoderTest() {
        RequestDecoder decoder = new RequestDecoder(new HttpServerOptions(), connection);
        channel.pipeline().addLast(decoder, new RequestWatch(decoder, invalid -> {}));
    }

    @AfterEach
    void close() {
        channel.finishAndReleaseAll();
    }

    @Test
    void the_next_request_is_decoded_when_the_answer_to_the_last_one_is_sent() {
        receive(get(1) + post(2) + get(3));
        assertThat(requests()).containsExactly("/1");
        answer(HttpResponseStatus.OK);
        assertThat(requests()).containsExactly("/2");
        answer(HttpResponseStatus.CONTINUE);
        assertThat(requests()).isEmpty();
        answer(HttpResponseStatus.OK);
        assertThat(requests()).containsExactly("/3");
        answer(HttpResponseStatus.OK);
        assertThat(requests()).isEmpty();
    }

    @Test
    void nothing_is_read_while_a_request_waits_for_the_answer_to_another() {
        receive(get(1));
        assertThat(channel.config().isAutoRead())
                .as("so that it is noticed when the client goes")
                .isTrue();
        receive(get(2) + get(3) + "GET");
        assertThat(channel.config().isAutoRead()).isFalse();
        answer(HttpResponseStatus.OK);
        assertThat(channel.config().isAutoRead()).isFalse();
        answer(HttpResponseStatus.OK);
        assertThat(channel.config().isAutoRead()).isFalse();
        answer(HttpResponseStatus.OK);
        assertThat(channel.config().isAutoRead()).isTrue();
        receive(" /4 HTTP/1.1\r\nHost: a\r\n\r\n");
        assertThat(requests()).containsExactly("/1", "/2", "/3", "/4");
    }

    @Test
    void what_was_sent_ahead_is_decoded_before_more_is_read_however_fast_the_answers_are() {
        int sent = 50;
        List<Integer> reads = new ArrayList<>();
        int[] answered = {0};
        channel.pipeline()
                .addFirst(new ChannelOutboundHandlerAdapter() {
                    @Override
                    public void read(ChannelHandlerContext context) {
                        reads.add(answered[0]);
                        context.read();
                    }
                })
                .addLast(new ChannelInboundHandlerAdapter() {
                    @Override
                    public void channelRead(ChannelHandlerContext context, Object message) {
                        if (message instanceof LastHttpContent) {
                            ChannelFuture ignored = context.write(
                                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
                        }
                        ReferenceCountUtil.release(message);
                    }

                    @Override
                    public void channelReadComplete(ChannelHandlerContext context) {
                        context.flush();
                    }
                })
                .addAfter(channel.pipeline().firstContext().name(), null, new ChannelOutboundHandlerAdapter() {
                    @Override
                    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
                        answered[0]++;
                        ChannelFuture ignored = context.write(message, promise);
                    }
                });

        receive(get(1).repeat(sent));
        channel.runPendingTasks();

        assertThat(answered[0]).isEqualTo(sent);
        assertThat(reads).as("answers when more was read").allMatch(answers -> answers <= 1 || answers == sent);
    }

    @Test
    void no_read_is_begun_while_a_request_waits_for_the_answer_to_another() {
        int[] reads = {0};
        channel.pipeline().addFirst(new ChannelOutboundHandlerAdapter() {
            @Override
            public void read(ChannelHandlerContext context) {
                reads[0]++;
                context.read();
            }
        });
        receive(get(1));
        int before = reads[0];

        for (int i = 0; i < 20; i++) {
            receive(get(2));
        }

        assertThat(reads[0]).isEqualTo(before);
        answer(HttpResponseStatus.OK);
        assertThat(requests()).containsExactly("/1", "/2");
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 7_000})
    void a_long_host_keeps_no_request_from_being_checked(int length) {
        receive("GET / HTTP/1.1\r\nHost: " + "a".repeat(length) + "\r\nTransfer-Encoding: gzip, chunked\r\n\r\n");

        HttpRequest request = channel.readInbound();
        assertThat(request.decoderResult().isFailure()).isTrue();
        assertThat(request.decoderResult().cause()).isInstanceOf(InvalidRequestException.class);
        ReferenceCountUtil.release(channel.readInbound());
    }

    @ParameterizedTest
    @CsvSource({
        "registry.example:8443, true",
        "%41bc, true",
        "[2001:db8::1]:80, true",
        "a%4, false",
        "a%zz, false",
        "a b, false",
        "[::1, false",
        "a:66000, false"
    })
    void a_host_is_a_name_or_an_address_with_an_optional_port(String host, boolean valid) {
        receive("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n");

        HttpRequest request = channel.readInbound();
        assertThat(request.decoderResult().isSuccess()).isEqualTo(valid);
        ReferenceCountUtil.release(channel.readInbound());
    }

    @Test
    void a_connection_that_others_have_stopped_stays_so() {
        receive(get(1));
        channel.config().setAutoRead(false);
        receive(get(2));
        answer(HttpResponseStatus.OK);
        assertThat(channel.config().isAutoRead()).isFalse();
        assertThat(requests()).containsExactly("/1", "/2");
    }

    @Test
    void an_answer_may_come_before_the_request_is_complete() {
        receive("POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nb");
        answer(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE);
        receive("ody" + get(2));
        assertThat(requests()).containsExactly("/1", "/2");
    }

    @Test
    void a_connection_waits_unless_a_request_is_being_answered() {
        assertThat(connection.isWaiting()).isTrue();
        assertThat(connection.isHeadLate(0)).isTrue();
        receive("GET / HTTP/1.1\r\n");
        assertThat(connection.isWaiting()).isTrue();
        receive("Host: a\r\n\r\n");
        assertThat(connection.isWaiting()).isFalse();
        assertThat(connection.isHeadLate(0)).isFalse();
        answer(HttpResponseStatus.OK);
        assertThat(connection.isWaiting()).isTrue();
        assertThat(connection.isHeadLate(0)).isFalse();
        receive("G");
        assertThat(connection.isHeadLate(0)).isTrue();
        assertThat(connection.isHeadLate(Long.MAX_VALUE)).isFalse();
    }

    private static String get(int target) {
        return "GET /" + target + " HTTP/1.1\r\nHost: a\r\n\r\n";
    }

    private static String post(int target) {
        return "POST /" + target + " HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody";
    }

    private void receive(String bytes) {
        channel.writeInbound(Unpooled.copiedBuffer(bytes, ISO_8859_1));
    }

    private void answer(HttpResponseStatus status) {
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status));
        channel.runPendingTasks();
        ReferenceCountUtil.release(channel.readOutbound());
    }

    /** The targets of the requests decoded since the last call. */
    private List<String> requests() {
        List<String> targets = new ArrayList<>();
        for (@Nullable Object each = channel.readInbound(); each != null; each = channel.readInbound()) {
            if (each instanceof HttpRequest request) {
                targets.add(request.uri());
            }
            if (each instanceof LastHttpContent last) {
                last.release();
            }
        }
        return targets;
    }
}
