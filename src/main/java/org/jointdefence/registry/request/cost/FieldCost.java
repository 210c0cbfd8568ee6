package org.jointdefence.registry.request.cost;

import org.jspecify.annotations.Nullable;

/**
 * What a field adds to the cost of the selection that it stands in.
 *
 * @param key the length of its name in the answer
 * @param element the bytes of one element of it, besides what is selected within
 * @param length how many elements its list has at most; 1 for a field that is no list
 * @param onPage whether its elements are those of the page that it is selected on
 * @param page the size of the page that it is; null for a field that is no connection
 */
record FieldCost(
        int key,
        int element,
        int length,
        boolean onPage,
        @Nullable PageSize page) {

    /** Quotation marks, colon and comma around a name; brackets around a list. */
    private static final int PUNCTUATION = 6;

    /** The weight of the field whose selection has this one, when its page has so many records. */
    QueryCost.Weight weigh(QueryCost.Weight within, long size) {
        Amount one = within.fixed().plus(within.paged().times(size)).plus(new Amount(1, element + 1L));
        Amount name = new Amount(0, key + PUNCTUATION);
        return onPage
                ? new QueryCost.Weight(name, one)
                : new QueryCost.Weight(name.plus(one.times(length)), Amount.NONE);
    }
}
