package org.jointdefence.registry.weapon;

import org.eclipse.microprofile.graphql.Description;

/** The status of a weapon system. */
@Description("The status of a weapon system.")
public enum WeaponSystemStatus {
    @Description("Proposed.")
    PROPOSED,

    @Description("In development.")
    IN_DEVELOPMENT,

    @Description("In production.")
    IN_PRODUCTION,

    @Description("In service with troops.")
    FIELDED
}
