package org.jointdefence.registry.facility;

import org.eclipse.microprofile.graphql.Description;

/** The status of a facility. */
@Description("The status of a facility.")
public enum ProductionFacilityStatus {
    @Description("Planned.")
    PLANNED,

    @Description("Under construction.")
    UNDER_CONSTRUCTION,

    @Description("Built and being brought into operation.")
    COMMISSIONING,

    @Description("In operation.")
    OPERATIONAL,

    @Description("Temporarily out of operation.")
    SUSPENDED,

    @Description("Permanently out of operation.")
    DECOMMISSIONED
}
