package org.jointdefence.registry.selection;

import org.jointdefence.registry.Refusal;

/** Sees to it that amounts are compared within one currency. */
final class Amounts {
    private Amounts() {}

    /**
     * Checks one field of an embedded value's filter.
     *
     * @throws Refusal if it is an amount, and the filter does not say of which currency
     */
    static void requireCurrency(Member.Group group, Member.Column column, Argument filter) {
        Argument amount = filter.child(column.name());
        if (column.currency() == null
                || !amount.isGiven()
                || amount.children().keySet().stream().allMatch("isNull"::equals)) {
            return;
        }
        String currency = group.columns().stream()
                .filter(other -> other.column().equals(column.currency()))
                .map(Member.Column::name)
                .findAny()
                .orElseThrow();
        Argument named = filter.child(currency);
        if (!named.isGiven() || !named.child("eq").isGiven()) {
            throw Refusal.badInput("`" + amount.path() + "` compares amounts without naming their currency; add `"
                    + currency + ": { eq: \"EUR\" }`, or another one, beside it");
        }
    }
}
