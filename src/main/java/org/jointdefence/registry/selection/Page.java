package org.jointdefence.registry.selection;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.jointdefence.registry.Refusal;

/**
 * A page of a connection. Its statement may find one row more than it shows, and reads backward from the end.
 *
 * @param size the number of rows that it shows at most
 * @param backward whether the rows come from the end, the last one first
 */
record Page(int size, boolean backward) {
    /** All rows there are, in their order. */
    static final Page WHOLE = new Page(Integer.MAX_VALUE, false);

    /**
     * Checks the sizes that are configured.
     *
     * @throws ConfigurationException if they make no sense, and then the service does not start
     */
    static void check(ReadingConfig reading) {
        if (reading.defaultPageSize() < 0 || reading.maximumPageSize() < reading.defaultPageSize()) {
            throw new ConfigurationException("registry.reading.default-page-size goes from 0 to maximum-page-size");
        }
    }

    static Page of(Argument first, Argument last, ReadingConfig reading) {
        if (first.isGiven() && last.isGiven()) {
            throw Refusal.badInput("`first` and `last` exclude each other");
        }
        return last.isGiven()
                ? new Page(size("last", last, reading), true)
                : new Page(first.isGiven() ? size("first", first, reading) : reading.defaultPageSize(), false);
    }

    private static int size(String name, Argument argument, ReadingConfig reading) {
        int most = reading.maximumPageSize();
        String range = "`" + name + "` goes from 0 to " + most;
        if (!(argument.value() instanceof Integer size) || size < 0) {
            throw Refusal.badInput(range + ", not " + argument.value());
        }
        if (size > most) {
            throw Refusal.limit(range + ", not " + size + "; ask for one page after the other");
        }
        return size;
    }

    /** How many rows to look for: one more than it shows, if it must be told whether there are more. */
    int limit(boolean more) {
        return more ? size + 1 : size;
    }

    /** How many of the rows found are shown. */
    int shown(int found) {
        return Math.min(found, size);
    }

    /** Which of the rows found is the {@code i}th of those shown. */
    int index(int i, int shown) {
        return backward ? shown - 1 - i : i;
    }
}
