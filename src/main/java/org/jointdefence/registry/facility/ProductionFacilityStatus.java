package org.jointdefence.registry.facility;

import org.eclipse.microprofile.graphql.Description;

/** How far a facility has come. */
@Description("How far a facility has come.")
public enum ProductionFacilityStatus {
    @Description("Planned.")
    PLANNED,

    @Description("Under construction.")
    UNDER_CONSTRUCTION,

    @Description("Built and being brought into operation.")
    COMMISSIONING,

    @Description("In operation.")
    OPERATIONAL,

    @Description("Out of operation for the time being.")
    SUSPENDED,

    @Description("Out of operation for good.")
    DECOMMISSIONED
}
