package org.jointdefence.registry.partner;

import org.eclipse.microprofile.graphql.Description;

/** Registers that identify firms. */
@Description("Registers that identify firms.")
public enum IdentifierScheme {
    @Description("Lithuanian legal-entity code, 9 digits.")
    LT_RC,

    @Description("Lithuanian VAT code, LT and 9 or 12 digits.")
    LT_VAT,

    @Description("Ukrainian EDRPOU code, 8 digits.")
    UA_EDR,

    @Description("Legal entity identifier, ISO 17442.")
    LEI,

    @Description("NATO commercial and government entity code, 5 characters.")
    NCAGE
}
