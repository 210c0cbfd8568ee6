package org.jointdefence.registry.funding;

import org.eclipse.microprofile.graphql.Description;

/** The expected change of an amount. */
@Description("The expected change of an amount.")
public enum ExpectedChange {
    @Description("It is expected to rise.")
    INCREASE,

    @Description("It is expected to fall.")
    DECREASE,

    @Description("No change is expected.")
    NONE
}
