package org.jointdefence.registry.funding;

import org.eclipse.microprofile.graphql.Description;

/** Kinds of transaction of the International Aid Transparency Initiative, in the order of its codes. */
@Description("Kinds of transaction of the International Aid Transparency Initiative, each with its code there.")
public enum TransactionType {
    @Description("1: money received.")
    INCOMING_FUNDS,

    @Description("2: a firm obligation to pay.")
    OUTGOING_COMMITMENT,

    @Description("3: money handed over to the receiver.")
    DISBURSEMENT,

    @Description("4: money spent on goods or services.")
    EXPENDITURE,

    @Description("5: interest paid.")
    INTEREST_PAYMENT,

    @Description("6: a loan paid back.")
    LOAN_REPAYMENT,

    @Description("7: money given back after it was spent.")
    REIMBURSEMENT,

    @Description("8: shares bought.")
    PURCHASE_OF_EQUITY,

    @Description("9: shares sold.")
    SALE_OF_EQUITY,

    @Description("10: a guarantee for a loan.")
    CREDIT_GUARANTEE,

    @Description("11: a firm obligation of another to pay.")
    INCOMING_COMMITMENT,

    @Description("12: a promise to pay, without obligation.")
    OUTGOING_PLEDGE,

    @Description("13: a promise of another to pay, without obligation.")
    INCOMING_PLEDGE
}
