package org.jointdefence.registry.agreement;

import org.eclipse.microprofile.graphql.Description;

/** The role of a party in an agreement: a state party, or a party role of the Open Contracting Data Standard. */
@Description(
        "The role of a party in an agreement: a state party, or a party role of the Open Contracting Data Standard.")
public enum AgreementPartyRole {
    @Description("A state that is bound by it.")
    STATE_PARTY,

    @Description("Pays for the purchases from its budget (OCDS buyer).")
    BUYER,

    @Description("Manages the contracting, for itself or for a buyer (OCDS procuringEntity).")
    PROCURING_ENTITY,

    @Description("Provides the goods, works or services (OCDS supplier).")
    SUPPLIER,

    @Description("Provides money or finance for it (OCDS funder).")
    FUNDER,

    @Description("Makes the payments under it (OCDS payer).")
    PAYER,

    @Description("Receives the payments under it (OCDS payee).")
    PAYEE,

    @Description("Has an interest in it and no other role (OCDS interestedParty).")
    INTERESTED_PARTY
}
