package org.jointdefence.registry.funding;

import org.eclipse.microprofile.graphql.Description;

/** Kinds of transaction, after the International Aid Transparency Initiative. */
@Description("Kinds of transaction, after the International Aid Transparency Initiative.")
public enum TransactionType {
    @Description("A promise without obligation.")
    PLEDGE,

    @Description("A firm obligation.")
    COMMITMENT,

    @Description("Money handed over to the receiver.")
    DISBURSEMENT,

    @Description("Money spent on goods or services.")
    EXPENDITURE
}
