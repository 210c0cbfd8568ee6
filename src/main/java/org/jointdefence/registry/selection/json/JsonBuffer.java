package org.jointdefence.registry.selection.json;

import java.util.Arrays;
import org.jointdefence.registry.budget.AnswerBudget;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/** A growing, append-only buffer of JSON in UTF-8, charged to the budget of a response. */
public final class JsonBuffer {
    private static final byte[] HEX = "0123456789abcdef".getBytes(ISO_8859_1);
    private static final byte[] NULL = "null".getBytes(ISO_8859_1);

    private static final int FIRST_SIZE = 1024;

    private final @Nullable AnswerBudget budget;
    private byte[] bytes = {};
    private int length;

    /**
     * Creates an empty buffer.
     *
     * @param budget the budget to charge; null for JSON outside of requests
     */
    public JsonBuffer(@Nullable AnswerBudget budget) {
        this.budget = budget;
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    public int length() {
        return length;
    }

    /** The part from the offset {@code from} on, without a copy; written bytes never change. */
    public CompletedJson since(int from) {
        return new CompletedJson(bytes, from, length - from);
    }

    public void put(byte value) {
        reserve(1);
        bytes[length++] = value;
    }

    public void put(char ascii) {
        put((byte) ascii);
    }

    public void put(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    public void putNull() {
        put(NULL);
    }

    /** Writes a JSON string whose content is ASCII and needs no escapes. */
    public void putQuoted(byte[] value) {
        reserve(value.length + 2);
        bytes[length++] = '"';
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        bytes[length++] = '"';
    }

    /** Writes a JSON string from UTF-8. */
    public void putText(byte[] value) {
        put('"');
        int start = 0;
        for (int i = 0; i < value.length; i++) {
            byte b = value[i];
            if ((b & 0xff) < 0x20 || b == '"' || b == '\\') {
                putRange(value, start, i);
                putEscaped(b);
                start = i + 1;
            }
        }
        putRange(value, start, value.length);
        put('"');
    }

    public void putText(String value) {
        putText(value.getBytes(UTF_8));
    }

    private void putRange(byte[] value, int from, int to) {
        reserve(to - from);
        System.arraycopy(value, from, bytes, length, to - from);
        length += to - from;
    }

    private void putEscaped(byte b) {
        put('\\');
        switch (b) {
            case '"', '\\' -> put(b);
            case '\n' -> put('n');
            case '\r' -> put('r');
            case '\t' -> put('t');
            default -> {
                put('u');
                put('0');
                put('0');
                put(HEX[b >> 4]);
                put(HEX[b & 0xf]);
            }
        }
    }

    private void reserve(int more) {
        int needed = length + more;
        if (needed > bytes.length) {
            int larger = Math.max(bytes.length * 2, FIRST_SIZE);
            bytes = Arrays.copyOf(
                    bytes, budget == null ? Math.max(larger, needed) : budget.extend(bytes.length, needed, larger));
        }
    }
}
