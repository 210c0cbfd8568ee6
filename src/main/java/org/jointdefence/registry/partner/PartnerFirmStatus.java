package org.jointdefence.registry.partner;

import org.eclipse.microprofile.graphql.Description;

/** The status of a firm's admission. */
@Description("The status of a firm's admission.")
public enum PartnerFirmStatus {
    @Description("Entered, not yet reviewed.")
    DRAFT,

    @Description("Screened.")
    SCREENED,

    @Description("Approved as a partner.")
    APPROVED,

    @Description("Temporarily suspended.")
    SUSPENDED,

    @Description("No longer a partner.")
    REVOKED
}
