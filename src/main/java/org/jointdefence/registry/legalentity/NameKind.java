package org.jointdefence.registry.legalentity;

import org.eclipse.microprofile.graphql.Description;

/** Kinds of names of firms and organisations. */
@Description("Kinds of names of firms and organisations.")
public enum NameKind {
    @Description("The name in law; one at a time in each language.")
    LEGAL,

    @Description("A name under which it trades.")
    TRADING,

    @Description("An abbreviation or another short form.")
    SHORT,

    @Description("A name that it no longer has.")
    FORMER,

    @Description("A name in the letters of another script.")
    TRANSLITERATED
}
