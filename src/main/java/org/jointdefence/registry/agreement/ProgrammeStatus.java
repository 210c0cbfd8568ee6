package org.jointdefence.registry.agreement;

import org.eclipse.microprofile.graphql.Description;

/** The status of a programme. */
@Description("The status of a programme.")
public enum ProgrammeStatus {
    @Description("Planned.")
    PLANNED,

    @Description("Under way.")
    ONGOING,

    @Description("Temporarily halted.")
    SUSPENDED,

    @Description("At its end.")
    COMPLETED,

    @Description("Given up.")
    CANCELLED
}
