package org.jointdefence.registry.funding;

import org.eclipse.microprofile.graphql.Description;

/** Which way an amount is expected to go. */
@Description("Which way an amount is expected to go.")
public enum ExpectedChange {
    @Description("It is expected to rise.")
    INCREASE,

    @Description("It is expected to fall.")
    DECREASE,

    @Description("No change is expected.")
    NONE
}
