package org.jointdefence.registry.label;

import org.eclipse.microprofile.graphql.Description;

/** What a weapon system, or a firm that works on them, is capable of. */
@Description("What a weapon system, or a firm that works on them, is capable of.")
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
