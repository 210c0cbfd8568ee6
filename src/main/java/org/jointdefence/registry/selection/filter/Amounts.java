package org.jointdefence.registry.selection.filter;

import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.statement.Argument;

/** Ensures that amounts are compared within one currency. */
final class Amounts {
    private Amounts() {}

    /**
     * Checks one field of an embedded value's filter.
     *
     * @throws ClientError if the field is an amount and the filter does not name its currency
     */
    static void requireCurrency(Attribute.Group group, Attribute.Column column, Argument filter) {
        Argument amount = filter.child(column.name());
        if (column.currency() == null
                || !amount.isGiven()
                || amount.children().keySet().stream().allMatch("isNull"::equals)) {
            return;
        }
        String currency = group.columns().stream()
                .filter(other -> other.column().equals(column.currency()))
                .map(Attribute.Column::name)
                .findAny()
                .orElseThrow();
        Argument named = filter.child(currency);
        if (!named.isGiven() || !named.child("eq").isGiven()) {
            throw ClientError.badInput("`" + amount.path() + "` compares amounts without a currency; add `" + currency
                    + ": { eq: \"EUR\" }`, or another currency, to the same object");
        }
    }
}
