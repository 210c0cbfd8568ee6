package org.jointdefence.registry.disclosure;

import org.eclipse.microprofile.graphql.Description;

/** The purpose of a classified read. */
@Description("What something classified was read for.")
public enum DisclosureUse {
    @Description("To be shown.")
    SELECT,

    @Description("To choose records by it.")
    FILTER,

    @Description("To order records by it.")
    ORDER,

    @Description("To be counted.")
    COUNT,

    @Description("To count records by it.")
    GROUP,

    @Description("To be added up.")
    SUM,

    @Description("To show that it is there: a record or a link that is not public itself.")
    PRESENCE
}
