package org.jointdefence.registry.label;

import org.eclipse.microprofile.graphql.Description;

/** The capabilities of weapon systems, and of firms that work on them. */
@Description("The capabilities of weapon systems, and of firms that work on them.")
public enum CapabilityCategory {
    @Description("Unmanned aircraft systems.")
    UAS,

    @Description("Defence against unmanned aircraft systems.")
    COUNTER_UAS,

    @Description("Missiles.")
    MISSILE,

    @Description("Ammunition.")
    AMMUNITION,

    @Description("Armoured vehicles and protection.")
    ARMOUR,

    @Description("Electronic warfare.")
    ELECTRONIC_WARFARE,

    @Description("Naval systems.")
    NAVAL,

    @Description("Anything else.")
    OTHER
}
