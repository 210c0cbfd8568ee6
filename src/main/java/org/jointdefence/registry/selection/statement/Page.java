package org.jointdefence.registry.selection.statement;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.function.ToIntFunction;
import org.jointdefence.registry.error.ClientError;

/**
 * A page of a connection. Its statement may fetch one row more than it shows, and reads backward from the end. The size
 * belongs to the execution and not to the plan, so that one plan serves all sizes.
 *
 * @param size the maximum number of rows shown, for one execution
 * @param backward whether the rows are read from the end, last one first
 */
public record Page(ToIntFunction<ExecutionArguments> size, boolean backward) {
    /** All rows, in their order. */
    public static final Page WHOLE = new Page(execution -> Integer.MAX_VALUE, false);

    /**
     * Checks the configured sizes.
     *
     * @throws ConfigurationException if they are inconsistent; the service then does not start
     */
    public static void check(PagingConfig paging) {
        if (paging.defaultPageSize() < 0 || paging.maximumPageSize() < paging.defaultPageSize()) {
            throw new ConfigurationException(
                    "registry.reading.default-page-size must be between 0 and maximum-page-size");
        }
    }

    public static Page of(Argument first, Argument last, PagingConfig paging) {
        if (first.isGiven() && last.isGiven()) {
            throw ClientError.badInput("`first` and `last` cannot be combined");
        }
        if (last.isGiven()) {
            return new Page(size("last", last, paging), true);
        }
        int defaultSize = paging.defaultPageSize();
        return new Page(first.isGiven() ? size("first", first, paging) : execution -> defaultSize, false);
    }

    private static ToIntFunction<ExecutionArguments> size(String name, Argument argument, PagingConfig paging) {
        int most = paging.maximumPageSize();
        return execution -> checked(name, argument.value(execution), most);
    }

    private static int checked(String name, Object value, int most) {
        if (!(value instanceof Integer size) || size < 0) {
            throw ClientError.badInput(range(name, most) + ", not " + value);
        }
        if (size > most) {
            throw ClientError.limit(
                    range(name, most) + ", not " + size + "; use `after` or `before` for further pages");
        }
        return size;
    }

    private static String range(String name, int most) {
        return "`" + name + "` must be between 0 and " + most;
    }

    /** The size as text, which is checked even if the query selects nothing that needs it. */
    public Parameter checked() {
        return limit(false);
    }

    /** The number of rows to fetch: one more than shown if the query asks whether there are more. */
    public Parameter limit(boolean more) {
        return execution -> Integer.toString(size.applyAsInt(execution) + (more ? 1 : 0));
    }

    /** The number of fetched rows that are shown in one execution. */
    public int shown(int found, ExecutionArguments execution) {
        return Math.min(found, size.applyAsInt(execution));
    }

    /** The index in the fetched rows of the {@code i}th row shown. */
    public int index(int i, int shown) {
        return backward ? shown - 1 - i : i;
    }
}
