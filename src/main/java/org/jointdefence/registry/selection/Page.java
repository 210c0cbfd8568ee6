package org.jointdefence.registry.selection;

import org.jointdefence.registry.Refusal;

/**
 * A page of a connection. Its statement may find one row more than it shows, and reads backward from the end.
 *
 * @param size the number of rows that it shows at most
 * @param backward whether the rows come from the end, the last one first
 */
record Page(int size, boolean backward) {
    /** The largest page that can be asked for. */
    static final int MOST = 100;

    private static final int DEFAULT = 20;

    /** All rows there are, in their order. */
    static final Page WHOLE = new Page(Integer.MAX_VALUE, false);

    static Page of(Argument first, Argument last) {
        if (first.isGiven() && last.isGiven()) {
            throw Refusal.badInput("`first` and `last` exclude each other");
        }
        return last.isGiven()
                ? new Page(size("last", last), true)
                : new Page(first.isGiven() ? size("first", first) : DEFAULT, false);
    }

    private static int size(String name, Argument argument) {
        if (argument.value() instanceof Integer size && size >= 0 && size <= MOST) {
            return size;
        }
        throw Refusal.badInput("`" + name + "` goes from 0 to " + MOST + ", not " + argument.value());
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
