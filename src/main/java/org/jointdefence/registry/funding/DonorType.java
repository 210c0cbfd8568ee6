package org.jointdefence.registry.funding;

import org.eclipse.microprofile.graphql.Description;

/** Kinds of donor. */
@Description("Kinds of donor.")
public enum DonorType {
    @Description("Firms.")
    COMPANY,

    @Description("People.")
    INDIVIDUAL
}
