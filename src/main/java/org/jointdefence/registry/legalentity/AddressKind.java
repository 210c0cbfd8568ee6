package org.jointdefence.registry.legalentity;

import org.eclipse.microprofile.graphql.Description;

/** Kinds of addresses of firms and organisations. */
@Description("Kinds of addresses of firms and organisations.")
public enum AddressKind {
    @Description("The address in its register.")
    REGISTERED,

    @Description("The seat of its management.")
    HEADQUARTERS,

    @Description("A place where it works.")
    SITE
}
