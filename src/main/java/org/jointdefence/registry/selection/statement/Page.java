package org.jointdefence.registry.selection.statement;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.function.ToIntFunction;
import org.jointdefence.registry.error.ClientError;
import org.jspecify.annotations.Nullable;

/**
 * A page of a connection. Its statement may fetch one row more than it shows, and reads backward from the end. A size from
 * a variable belongs to the execution and not to the plan, so that one plan serves all sizes.
 *
 * @param size the maximum number of rows shown, for one execution
 * @param known the size if it is the same in every execution, otherwise null; not yet checked
 * @param backward whether the rows are read from the end, last one first
 */
public record Page(
        ToIntFunction<ExecutionArguments> size, @Nullable Integer known, boolean backward) {
    /** All rows, in their order. */
    public static final Page WHOLE = new Page(execution -> Integer.MAX_VALUE, null, false);

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
            return of("last", last, paging, true);
        }
        if (first.isGiven()) {
            return of("first", first, paging, false);
        }
        int defaultSize = paging.defaultPageSize();
        return new Page(execution -> defaultSize, defaultSize, false);
    }

    private static Page of(String name, Argument size, PagingConfig paging, boolean backward) {
        int most = paging.maximumPageSize();
        Integer known = size.literal() && size.value() instanceof Integer literal ? literal : null;
        return new Page(execution -> checked(name, size.value(execution), most), known, backward);
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
        return rows(0);
    }

    /** The number of rows to fetch: one more than shown if the query asks whether there are more. */
    public Statement.Limit limit(boolean more, PagingConfig paging) {
        int further = more ? 1 : 0;
        return known == null
                ? new Statement.Limit(paging.maximumPageSize() + 1, rows(further))
                : Statement.Limit.of(known + further);
    }

    private Parameter rows(int further) {
        return execution -> Integer.toString(size.applyAsInt(execution) + further);
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
