package org.jointdefence.registry.request.cost;

import org.jspecify.annotations.Nullable;

/**
 * The contribution of a field to the cost of a selection.
 *
 * @param key the length of its response key
 * @param element the bytes of one element, without the fields selected on it
 * @param length the maximum number of elements of its list; 1 if it is not a list
 * @param onPage whether its elements are those of the enclosing page ({@code nodes} and {@code edges})
 * @param page the page size of a connection; null if the field is not a connection
 */
record FieldCost(
        int key,
        int element,
        int length,
        boolean onPage,
        @Nullable PageSize page) {

    /** Bytes for the quotation marks, colon and comma around a name, and the brackets around a list. */
    private static final int PUNCTUATION = 6;

    /**
     * The weight of this field.
     *
     * @param within the weight of its own selection
     * @param size the number of records on its page; 0 if it is not a connection
     */
    QueryCost.Weight weigh(QueryCost.Weight within, long size) {
        Amount one = within.fixed().plus(within.paged().times(size)).plus(new Amount(1, element + 1L));
        Amount name = new Amount(0, key + PUNCTUATION);
        return onPage
                ? new QueryCost.Weight(name, one)
                : new QueryCost.Weight(name.plus(one.times(length)), Amount.NONE);
    }
}
