package org.jointdefence.registry.funding;

import org.eclipse.microprofile.graphql.Description;

/** Stages of an allocation. */
@Description("Stages of an allocation.")
public enum AllocationStage {
    @Description("The first allocation for its purpose.")
    INITIAL,

    @Description("In addition to earlier allocations.")
    SUPPLEMENTARY
}
