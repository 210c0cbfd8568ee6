package org.jointdefence.registry.selection.statement;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.function.ToIntFunction;
import org.jointdefence.registry.error.ClientError;

/**
 * A page of a connection. Its statement may find one row more than it shows, and reads backward from the end. Its size
 * is a value of the run, never of the plan: one plan serves all sizes.
 *
 * @param size the number of rows that it shows at most, in a run
 * @param backward whether the rows come from the end, the last one first
 */
public record Page(ToIntFunction<ExecutionArguments> size, boolean backward) {
    /** All rows there are, in their order. */
    public static final Page WHOLE = new Page(binding -> Integer.MAX_VALUE, false);

    /**
     * Checks the sizes that are configured.
     *
     * @throws ConfigurationException if they make no sense, and then the service does not start
     */
    public static void check(PagingConfig reading) {
        if (reading.defaultPageSize() < 0 || reading.maximumPageSize() < reading.defaultPageSize()) {
            throw new ConfigurationException("registry.reading.default-page-size goes from 0 to maximum-page-size");
        }
    }

    public static Page of(Argument first, Argument last, PagingConfig reading) {
        if (first.isGiven() && last.isGiven()) {
            throw ClientError.badInput("`first` and `last` exclude each other");
        }
        if (last.isGiven()) {
            return new Page(size("last", last, reading), true);
        }
        int unsaid = reading.defaultPageSize();
        return new Page(first.isGiven() ? size("first", first, reading) : binding -> unsaid, false);
    }

    private static ToIntFunction<ExecutionArguments> size(String name, Argument argument, PagingConfig reading) {
        int most = reading.maximumPageSize();
        return binding -> checked(name, argument.value(binding), most);
    }

    private static int checked(String name, Object value, int most) {
        if (!(value instanceof Integer size) || size < 0) {
            throw ClientError.badInput(range(name, most) + ", not " + value);
        }
        if (size > most) {
            throw ClientError.limit(range(name, most) + ", not " + size + "; ask for one page after the other");
        }
        return size;
    }

    private static String range(String name, int most) {
        return "`" + name + "` goes from 0 to " + most;
    }

    /** The size as text, which is checked whatever is selected of the page. */
    public Parameter checked() {
        return limit(false);
    }

    /** How many rows to look for: one more than it shows, if it must be told whether there are more. */
    public Parameter limit(boolean more) {
        return binding -> Integer.toString(size.applyAsInt(binding) + (more ? 1 : 0));
    }

    /** How many of the rows found are shown in a run. */
    public int shown(int found, ExecutionArguments binding) {
        return Math.min(found, size.applyAsInt(binding));
    }

    /** Which of the rows found is the {@code i}th of those shown. */
    public int index(int i, int shown) {
        return backward ? shown - 1 - i : i;
    }
}
