package org.jointdefence.registry.label;

import org.eclipse.microprofile.graphql.Description;

/** The role in which a change was made. */
@Description("The role in which a change was made.")
public enum WriterRole {
    @Description("A registrar, who writes what is public.")
    REGISTRAR,

    @Description("An originator, who writes what is classified.")
    ORIGINATOR,

    @Description("An operator: a migration, or an administrator's SQL.")
    OPERATOR
}
