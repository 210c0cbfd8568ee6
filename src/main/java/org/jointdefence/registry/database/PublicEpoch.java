package org.jointdefence.registry.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The public epoch as this process knows it: the mark that PostgreSQL replaces whenever a public change commits. What is known
 * of it holds for a short lease, which begins when the question was sent, and never beyond a write of this process. An answer
 * whose epoch was the same before it was read and after it, as no mark comes twice, was read in that epoch.
 */
@ApplicationScoped
public class PublicEpoch {

    /** No answer from memory is older than this, in nanoseconds. */
    static final long LEASE = TimeUnit.MILLISECONDS.toNanos(100);

    /** From this age on, what is known is asked for anew, so that under load no lease ends. */
    private static final long FRESH = LEASE / 4;

    private static final String SQL = "SELECT mark FROM registry.public_epoch()";

    private final DataSource database;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();
    private final AtomicLong lastWrite = new AtomicLong(System.nanoTime());

    PublicEpoch(DataSource database) {
        this.database = database;
    }

    /** @param askedAt when the question was sent, by {@link System#nanoTime} */
    private record Known(String epoch, long askedAt) {}

    /** The epoch if its lease has not ended, otherwise null. */
    public @Nullable String current() {
        Known last = known.get();
        return last != null && holds(last) ? last.epoch() : null;
    }

    /**
     * Whether this is the epoch, by a question that was sent after a given time and whose lease has not ended.
     *
     * @param since by {@link System#nanoTime}
     */
    public boolean is(String epoch, long since) {
        Known last = known.get();
        return last != null
                && holds(last)
                && last.askedAt() - since >= 0
                && last.epoch().equals(epoch);
    }

    /** Whether a question sent after this time says, within its lease, that the epoch is another one. */
    public boolean isOther(String epoch, long since) {
        Known last = known.get();
        return last != null
                && holds(last)
                && last.askedAt() - since >= 0
                && !last.epoch().equals(epoch);
    }

    /** Whether it is time to ask again, so that the lease does not end. */
    public boolean isAging() {
        Known last = known.get();
        return last == null || System.nanoTime() - last.askedAt() > FRESH;
    }

    private boolean holds(Known last) {
        return System.nanoTime() - last.askedAt() < LEASE && last.askedAt() - lastWrite.get() > 0;
    }

    /** Asks PostgreSQL. */
    public String ask() throws SQLException {
        return Transactions.run(database, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SQL)) {
                long askedAt = System.nanoTime();
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    String epoch = Objects.requireNonNull(row.getString(1));
                    // Of two questions, the later one knows of every write that the earlier one knew of.
                    known.accumulateAndGet(
                            new Known(epoch, askedAt),
                            (before, now) -> before != null && before.askedAt() - now.askedAt() > 0 ? before : now);
                    return epoch;
                }
            }
        });
    }

    /** Ends the lease because this process has written, or may have; called before that is acknowledged. */
    public void expire() {
        lastWrite.accumulateAndGet(System.nanoTime(), (before, now) -> now - before > 0 ? now : before);
    }
}
