package org.jointdefence.registry.weapon;

import org.eclipse.microprofile.graphql.Description;

/** How far a weapon system has come. */
@Description("How far a weapon system has come.")
public enum WeaponSystemStatus {
    @Description("Proposed.")
    PROPOSED,

    @Description("In development.")
    IN_DEVELOPMENT,

    @Description("In production.")
    IN_PRODUCTION,

    @Description("In the hands of troops.")
    FIELDED
}
