package org.jointdefence.registry.request.cost;

/**
 * How much of an answer something takes. Beyond two thousand million it does not count on.
 *
 * @param values fields, each as often as it can be there
 * @param bytes of JSON, names and punctuation included
 */
public record Amount(long values, long bytes) {

    static final Amount NONE = new Amount(0, 0);

    private static final long CEILING = Integer.MAX_VALUE;

    public Amount {
        values = Math.min(values, CEILING);
        bytes = Math.min(bytes, CEILING);
    }

    public Amount plus(Amount other) {
        return new Amount(values + other.values, bytes + other.bytes);
    }

    /** So many times as much, up to {@link Integer#MAX_VALUE} times. */
    public Amount times(long number) {
        return new Amount(values * number, bytes * number);
    }
}
