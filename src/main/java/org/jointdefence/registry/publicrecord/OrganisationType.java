package org.jointdefence.registry.publicrecord;

import org.eclipse.microprofile.graphql.Description;

/** Kinds of entity, after the Beneficial Ownership Data Standard. */
@Description("Kinds of entity, after the Beneficial Ownership Data Standard.")
public enum OrganisationType {
    @Description("A state.")
    STATE,

    @Description("A body of a state.")
    STATE_BODY,

    @Description("An entity that exists by registration.")
    REGISTERED_ENTITY,

    @Description("A legal entity that exists without registration.")
    LEGAL_ENTITY,

    @Description("A legal arrangement without legal personality.")
    ARRANGEMENT,

    @Description("An entity that is known but not named.")
    ANONYMOUS_ENTITY,

    @Description("An entity that is not known.")
    UNKNOWN_ENTITY
}
