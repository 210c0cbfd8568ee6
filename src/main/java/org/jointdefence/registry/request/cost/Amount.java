package org.jointdefence.registry.request.cost;

/**
 * The size of a part of a response. Both numbers saturate at {@link Integer#MAX_VALUE}.
 *
 * @param values the number of field values
 * @param bytes the bytes of JSON, with names and punctuation
 */
public record Amount(long values, long bytes) {

    static final Amount NONE = new Amount(0, 0);

    private static final long CEILING = Integer.MAX_VALUE;

    public Amount {
        values = Math.min(values, CEILING);
        bytes = Math.min(bytes, CEILING);
    }

    Amount plus(Amount other) {
        return new Amount(values + other.values, bytes + other.bytes);
    }

    /** The multiple; {@code number} is at most {@link Integer#MAX_VALUE}. */
    Amount times(long number) {
        return new Amount(values * number, bytes * number);
    }
}
