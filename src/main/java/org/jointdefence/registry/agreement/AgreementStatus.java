package org.jointdefence.registry.agreement;

import org.eclipse.microprofile.graphql.Description;

/** The status of an agreement, after the Open Contracting Data Standard. */
@Description("The status of an agreement, after the Open Contracting Data Standard.")
public enum AgreementStatus {
    @Description("Proposed, not yet in force.")
    PENDING,

    @Description("In force.")
    ACTIVE,

    @Description("Ended before it was in force.")
    CANCELLED,

    @Description("Ended after it was in force.")
    TERMINATED
}
