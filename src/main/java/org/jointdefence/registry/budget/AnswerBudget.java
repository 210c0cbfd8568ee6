package org.jointdefence.registry.budget;

import org.jointdefence.registry.error.ClientError;
import org.jspecify.annotations.Nullable;

/**
 * The budget of one answer: a maximum length in bytes and, while the answer is created and sent, a share of the memory
 * for all answers. It is charged while rows arrive and JSON is written, before the memory is allocated.
 */
public final class AnswerBudget implements AutoCloseable {

    /** Rows contain keys and labels in addition to the values shown, so they may be longer than the answer. */
    private static final int ROWS_TO_ANSWER = 2;

    /**
     * The maximum heap per byte from PostgreSQL in a row: a short value is an array of its own, several times as large
     * as its content.
     */
    private static final int HEAP_OF_ROWS = 6;

    private static final ThreadLocal<AnswerBudget> CURRENT = new ThreadLocal<>();

    private final long longest;
    private final Reservation memory;
    private long received;
    private @Nullable RuntimeException exceeded;

    /**
     * Creates an unused budget.
     *
     * @param longest the maximum length of the answer in bytes
     * @param memory the reservation of memory for the answer, in bytes of heap
     */
    public AnswerBudget(long longest, Reservation memory) {
        this.longest = longest;
        this.memory = memory;
    }

    /** Charges what this thread uses to this budget, until {@link #leave}. */
    public void enter() {
        CURRENT.set(this);
    }

    /** Ends what {@link #enter} has begun. */
    public static void leave() {
        CURRENT.remove();
    }

    /** The budget of the request that this thread executes; null if there is none. */
    public static @Nullable AnswerBudget current() {
        return CURRENT.get();
    }

    /**
     * Charges bytes received from PostgreSQL.
     *
     * @throws ClientError if there are too many of them for one answer
     * @throws Overload if there is no memory for them
     */
    public void receive(long bytes) {
        received += bytes;
        if (received > ROWS_TO_ANSWER * longest) {
            throw exceed(tooLong());
        }
        grow(HEAP_OF_ROWS * bytes);
    }

    /**
     * Charges the growth of a JSON buffer.
     *
     * @param size the current size of the buffer
     * @param needed the size that it must have
     * @param wished the size that it should have
     * @return the size that it may have, at least {@code needed}
     * @throws ClientError if the answer is too long
     * @throws Overload if there is no memory for it
     */
    public int extend(int size, int needed, int wished) {
        if (needed > longest) {
            throw exceed(tooLong());
        }
        int larger = (int) Math.min(Math.max(wished, needed), longest);
        grow(larger - size);
        return larger;
    }

    /**
     * Charges heap.
     *
     * @throws Overload if the memory for answers is used up
     */
    public void grow(long bytes) {
        try {
            memory.grow(bytes);
        } catch (Overload overload) {
            throw exceed(overload);
        }
    }

    /**
     * Reduces the reservation to the length of the finished answer, until it has been sent.
     *
     * @throws Overload if there is no memory for it
     */
    public void keep(long length) {
        memory.hold(length);
    }

    /**
     * Rethrows the failure of this thread's budget, if any, which the driver wraps in a failure of its own.
     *
     * @throws ClientError if the answer is too long
     * @throws Overload if there is no memory for it
     */
    public static void check() {
        AnswerBudget budget = CURRENT.get();
        if (budget != null && budget.exceeded != null) {
            throw budget.exceeded;
        }
    }

    /** Whether this thread's budget has refused a charge. */
    public static boolean isExceeded() {
        AnswerBudget budget = CURRENT.get();
        return budget != null && budget.exceeded != null;
    }

    private ClientError tooLong() {
        return ClientError.limit(
                "The response is longer than " + longest + " bytes; request smaller pages or fewer fields.");
    }

    private RuntimeException exceed(RuntimeException reason) {
        exceeded = reason;
        return reason;
    }

    @Override
    public void close() {
        memory.close();
    }
}
