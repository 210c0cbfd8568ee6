package org.jointdefence.registry.legalentity;

import org.eclipse.microprofile.graphql.Description;

/** Reasons why an entity is not specified (BODS). */
@Description("Reasons why an entity is not specified (BODS).")
public enum UnspecifiedReason {
    @Description("It has no beneficial owners.")
    NO_BENEFICIAL_OWNERS,

    @Description("The subject cannot confirm or identify its beneficial owner.")
    SUBJECT_UNABLE_TO_CONFIRM_OR_IDENTIFY_BENEFICIAL_OWNER,

    @Description("The interested party has not provided the information.")
    INTERESTED_PARTY_HAS_NOT_PROVIDED_INFORMATION,

    @Description("The subject need not disclose it.")
    SUBJECT_EXEMPT_FROM_DISCLOSURE,

    @Description("The interested party need not disclose it.")
    INTERESTED_PARTY_EXEMPT_FROM_DISCLOSURE,

    @Description("Not known.")
    UNKNOWN,

    @Description("The publisher of the information does not know it.")
    INFORMATION_UNKNOWN_TO_PUBLISHER
}
