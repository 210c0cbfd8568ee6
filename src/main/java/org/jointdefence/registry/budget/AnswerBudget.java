package org.jointdefence.registry.budget;

import org.jointdefence.registry.error.ClientError;
import org.jspecify.annotations.Nullable;

/**
 * What the answer to one request may take: a number of bytes that it may be long, and, while it is made and sent, a part of
 * the memory that all answers share. Asked while rows arrive and while JSON is written, before the memory is taken.
 */
public final class AnswerBudget implements AutoCloseable {

    /** Rows carry keys and labels besides what is shown, so that they may be longer than the answer. */
    private static final int ROWS_TO_ANSWER = 2;

    /**
     * How much heap a byte from PostgreSQL takes as a part of a row, at most: a short value is an array of its own, which is
     * several times as large as what it holds.
     */
    private static final int HEAP_OF_ROWS = 6;

    private static final ThreadLocal<AnswerBudget> CURRENT = new ThreadLocal<>();

    private final long longest;
    private final Reservation memory;
    private long received;
    private @Nullable RuntimeException exceeded;

    /**
     * A budget of which nothing is used.
     *
     * @param longest how many bytes the answer may have
     * @param memory takes what the answer needs of the memory for answers, in bytes of heap
     */
    public AnswerBudget(long longest, Reservation memory) {
        this.longest = longest;
        this.memory = memory;
    }

    /** What is used on this thread now is charged to this budget, until {@link #leave}. */
    public void enter() {
        CURRENT.set(this);
    }

    /** Ends what {@link #enter} has begun. */
    public static void leave() {
        CURRENT.remove();
    }

    /** The budget of this thread's request; null when it works for none. */
    public static @Nullable AnswerBudget current() {
        return CURRENT.get();
    }

    /**
     * Charges bytes that have come from PostgreSQL.
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
     * Charges the growth of a buffer of JSON.
     *
     * @param size how large the buffer is
     * @param needed how large it must be
     * @param wished how large it should be
     * @return how large it may be made, which is enough
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
     * @throws Overload if it is not there
     */
    public void grow(long bytes) {
        try {
            memory.grow(bytes);
        } catch (Overload overload) {
            throw exceed(overload);
        }
    }

    /**
     * Says that nothing is kept any more but an answer of this length, until it has been sent.
     *
     * @throws Overload if not even that is there
     */
    public void keep(long length) {
        memory.hold(length);
    }

    /**
     * Throws what the budget of this thread's request has refused, if it has: the driver hides it in a failure of its own.
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

    /** Whether the budget of this thread's request has refused anything. */
    public static boolean isExceeded() {
        AnswerBudget budget = CURRENT.get();
        return budget != null && budget.exceeded != null;
    }

    private ClientError tooLong() {
        return ClientError.limit(
                "The answer has more than " + longest + " bytes; ask for smaller pages or fewer fields.");
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
