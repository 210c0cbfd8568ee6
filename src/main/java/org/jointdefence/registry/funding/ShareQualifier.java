package org.jointdefence.registry.funding;

import org.eclipse.microprofile.graphql.Description;

/** How exact a fraction is. */
@Description("How exact a fraction is.")
public enum ShareQualifier {
    @Description("It is exact.")
    EXACT,

    @Description("It is a little less.")
    NEARLY,

    @Description("It is a little more or less.")
    ABOUT,

    @Description("It is the remainder after the other fractions.")
    REMAINDER
}
