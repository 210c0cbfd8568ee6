package org.jointdefence.registry.publicrecord;

import org.eclipse.microprofile.graphql.Description;

/** Kinds of source. */
@Description("Kinds of source.")
public enum SourceKind {
    @Description("A news report.")
    NEWS_REPORT,

    @Description("A report that another one refers to.")
    RELATED_REPORT,

    @Description("A document of a state body.")
    OFFICIAL_DOCUMENT,

    @Description("Anything else.")
    OTHER
}
