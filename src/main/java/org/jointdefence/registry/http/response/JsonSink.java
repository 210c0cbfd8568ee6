package org.jointdefence.registry.http.response;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jointdefence.registry.selection.json.CompletedJson;

/** Collects the JSON of a response; long completed parts are not copied. */
final class JsonSink extends OutputStream {

    /** Up to this many bytes, copying takes less time than sending one more buffer. */
    private static final int WORTH_COPYING = 4096;

    private static final int FIRST_SIZE = 512;

    private final List<ByteBuf> parts = new ArrayList<>(3);
    private byte[] bytes = new byte[FIRST_SIZE];
    private int start;
    private int end;

    @Override
    public void write(int value) {
        reserve(1);
        bytes[end++] = (byte) value;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, end, length);
        end += length;
    }

    /** Appends completed JSON. */
    void append(CompletedJson json) {
        if (json.length() <= WORTH_COPYING) {
            write(json.buffer(), json.offset(), json.length());
        } else {
            finishPart();
            parts.add(Unpooled.wrappedBuffer(json.buffer(), json.offset(), json.length()));
        }
    }

    /** The whole JSON, in heap buffers that need no release. */
    ByteBuf content() {
        finishPart();
        return parts.size() == 1 ? parts.getFirst() : Unpooled.wrappedBuffer(parts.toArray(ByteBuf[]::new));
    }

    private void finishPart() {
        if (end > start) {
            parts.add(Unpooled.wrappedBuffer(bytes, start, end - start));
            start = end;
        }
    }

    /** Parts keep their slices of the old array. */
    private void reserve(int more) {
        if (end + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + more));
        }
    }
}
