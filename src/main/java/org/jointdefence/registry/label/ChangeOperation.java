package org.jointdefence.registry.label;

import org.eclipse.microprofile.graphql.Description;

/** What a change did. */
@Description("What a change did.")
public enum ChangeOperation {
    @Description("Made a record, a part or a link, or gave a classified field its first value with it.")
    CREATED,

    @Description("Changed a value.")
    UPDATED,

    @Description("Removed a part or a link.")
    REMOVED,

    @Description("Withdrew a record that had been entered in error.")
    WITHDRAWN,

    @Description("Restored a withdrawn record.")
    RESTORED,

    @Description("Changed a label, and possibly the value under it.")
    RECLASSIFIED
}
