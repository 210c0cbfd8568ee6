package org.jointdefence.registry.agreement;

import org.eclipse.microprofile.graphql.Description;

/** How far a programme has come. */
@Description("How far a programme has come.")
public enum ProgrammeStatus {
    @Description("Planned.")
    PLANNED,

    @Description("Under way.")
    ONGOING,

    @Description("Halted for the time being.")
    SUSPENDED,

    @Description("At its end.")
    COMPLETED,

    @Description("Given up.")
    CANCELLED
}
