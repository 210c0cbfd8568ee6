package org.jointdefence.registry.http.response;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/** The whole answer to a public request, in the forms in which it is sent. */
public final class PublicAnswer {

    /** Estimated bytes of heap beside the bodies. */
    private static final int OVERHEAD = 200;

    private final String tag;
    private final byte[] plain;
    private final byte @Nullable [] gzip;

    /** Answers with a body in this media type, which is copied. */
    PublicAnswer(MediaType mediaType, ByteBuf body, GzipCompression compression) {
        this.tag = ResponseWriter.tag(mediaType, body);
        this.plain = ByteBufUtil.getBytes(body);
        this.gzip = plain.length < ResponseWriter.WORTH_COMPRESSING ? null : compression.compress(plain);
    }

    /** The entity tag. */
    String tag() {
        return tag;
    }

    /** The JSON, in a buffer that needs no release. */
    ByteBuf plain() {
        return Unpooled.wrappedBuffer(plain);
    }

    /** The same, compressed; null if it is too short for that. */
    @Nullable
    ByteBuf gzip() {
        return gzip == null ? null : Unpooled.wrappedBuffer(gzip);
    }

    /** The bytes of heap that it takes. */
    public int retained() {
        return OVERHEAD + plain.length + (gzip == null ? 0 : gzip.length);
    }
}
