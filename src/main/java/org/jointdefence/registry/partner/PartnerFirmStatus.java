package org.jointdefence.registry.partner;

import org.eclipse.microprofile.graphql.Description;

/** How far the admission of a firm has come. */
@Description("How far the admission of a firm has come.")
public enum PartnerFirmStatus {
    @Description("Entered, not yet looked at.")
    DRAFT,

    @Description("Screened.")
    SCREENED,

    @Description("Approved as a partner.")
    APPROVED,

    @Description("Suspended for the time being.")
    SUSPENDED,

    @Description("No partner any more.")
    REVOKED
}
