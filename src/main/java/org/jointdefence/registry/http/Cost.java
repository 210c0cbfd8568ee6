package org.jointdefence.registry.http;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many values an answer to an operation may hold, at most: every field, times the sizes of the pages and lists that
 * it stands in. Known as soon as the variables are.
 */
final class Cost {

    private final Size size;
    private final List<Cost> fields;

    /** A field that is there {@code size} times wherever its parent is, with the fields within it. */
    Cost(Size size, List<Cost> fields) {
        this.size = size;
        this.fields = fields;
    }

    /** The sum, or {@code limit + 1} as soon as it is sure to be more than the limit. */
    long of(Map<String, @Nullable Object> variables, long limit) {
        long times = size.of(variables);
        long sum = 1;
        for (Cost field : fields) {
            sum += field.of(variables, limit);
            if (sum > limit) {
                return limit + 1;
            }
        }
        return Math.min(times * sum, limit + 1);
    }

    /** How often something is there. */
    sealed interface Size {
        Size ONE = new Fixed(1);

        long of(Map<String, @Nullable Object> variables);
    }

    /** As often as the document says. */
    record Fixed(long size) implements Size {
        @Override
        public long of(Map<String, @Nullable Object> variables) {
            return size;
        }
    }

    /** As often as a variable says: within bounds, since a page outside them is refused anyway. */
    record Variable(String name, long otherwise, long most) implements Size {
        @Override
        public long of(Map<String, @Nullable Object> variables) {
            long size = variables.get(name) instanceof Number number ? number.longValue() : otherwise;
            return Math.clamp(size, 0, most);
        }
    }
}
