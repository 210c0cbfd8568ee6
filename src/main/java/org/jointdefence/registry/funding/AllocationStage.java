package org.jointdefence.registry.funding;

import org.eclipse.microprofile.graphql.Description;

/** Stages of an allocation. */
@Description("Stages of an allocation.")
public enum AllocationStage {
    @Description("The first for its purpose.")
    INITIAL,

    @Description("On top of earlier ones.")
    SUPPLEMENTARY
}
