package org.jointdefence.registry.disclosure;

import org.eclipse.microprofile.graphql.Description;

/** The purpose of a classified read. */
@Description("The purpose of a classified read.")
public enum DisclosureUse {
    @Description("To be shown.")
    SELECT,

    @Description("To select records by it.")
    FILTER,

    @Description("To order records by it.")
    ORDER,

    @Description("To be counted.")
    COUNT,

    @Description("To count records by it.")
    GROUP,

    @Description("To be summed.")
    SUM,

    @Description("To show the existence of a record or a link that is not public itself.")
    PRESENCE
}
