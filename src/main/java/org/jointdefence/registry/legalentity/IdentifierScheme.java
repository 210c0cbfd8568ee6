package org.jointdefence.registry.legalentity;

import org.eclipse.microprofile.graphql.Description;

/** Registers that identify firms and organisations. */
@Description("Registers that identify firms and organisations.")
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
    NCAGE,

    @Description("Commercial and government entity code of the United States, 5 characters.")
    CAGE,

    @Description(
            "The code of a registration authority in the list of GLEIF, RA and 6 digits, followed by the register's own number.")
    RA
}
