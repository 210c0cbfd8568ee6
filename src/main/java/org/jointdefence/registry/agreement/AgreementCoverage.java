package org.jointdefence.registry.agreement;

import org.eclipse.microprofile.graphql.Description;

/** What may be said in public about the weapon systems that an agreement covers. */
@Description("What may be said in public about the weapon systems that an agreement covers.")
public enum AgreementCoverage {
    @Description("All of them are public.")
    PUBLIC,

    @Description("Some of them are classified; there may be more than a caller sees.")
    CLASSIFIED_IN_PART,

    @Description("They are classified; if a caller sees none, there may still be some.")
    CLASSIFIED
}
