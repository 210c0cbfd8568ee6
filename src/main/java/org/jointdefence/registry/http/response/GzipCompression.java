package org.jointdefence.registry.http.response;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.CompositeByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.StandardCompressionOptions;
import io.netty.handler.codec.compression.ZlibCodecFactory;
import io.netty.handler.codec.compression.ZlibWrapper;
import io.netty.handler.codec.http.HttpContentCompressor;
import io.netty.handler.codec.http.HttpHeaderValues;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Compresses as the server does on the way, with the same bytes as the result, and for the same requests. */
@ApplicationScoped
class GzipCompression {

    /** The largest window and the memory that Vert.x uses. */
    private static final int WINDOW_BITS = 15;

    private static final int MEMORY_LEVEL = 8;

    private final int level;
    private final boolean enabled;
    private final Detector detector;

    GzipCompression(
            @ConfigProperty(name = "quarkus.http.compression-level") int level,
            @ConfigProperty(name = "quarkus.http.enable-compression") boolean enabled) {
        this.level = level;
        this.enabled = enabled;
        this.detector = new Detector(level);
    }

    /** Whether the server would choose gzip for a request with this Accept-Encoding header. */
    boolean isChosen(@Nullable String acceptEncoding) {
        return enabled
                && acceptEncoding != null
                && HttpHeaderValues.GZIP.contentEquals(String.valueOf(detector.determineEncoding(acceptEncoding)));
    }

    byte[] compress(byte[] content) {
        EmbeddedChannel channel = new EmbeddedChannel(
                ZlibCodecFactory.newZlibEncoder(ZlibWrapper.GZIP, level, WINDOW_BITS, MEMORY_LEVEL));
        channel.writeOutbound(Unpooled.wrappedBuffer(content));
        channel.finish();
        CompositeByteBuf compressed = Unpooled.compositeBuffer(Integer.MAX_VALUE);
        try {
            for (ByteBuf part = channel.readOutbound(); part != null; part = channel.readOutbound()) {
                compressed.addComponent(true, part);
            }
            return ByteBufUtil.getBytes(compressed);
        } finally {
            compressed.release();
        }
    }

    /** Makes Netty's choice accessible. */
    private static final class Detector extends HttpContentCompressor {
        Detector(int level) {
            super(
                    StandardCompressionOptions.gzip(level, WINDOW_BITS, MEMORY_LEVEL),
                    StandardCompressionOptions.deflate(level, WINDOW_BITS, MEMORY_LEVEL));
        }

        @Override
        protected @Nullable String determineEncoding(String acceptEncoding) {
            return super.determineEncoding(acceptEncoding);
        }
    }
}
