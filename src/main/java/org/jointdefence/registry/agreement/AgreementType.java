package org.jointdefence.registry.agreement;

import org.eclipse.microprofile.graphql.Description;

/** Kinds of agreement. */
@Description("Kinds of agreement.")
public enum AgreementType {
    @Description("A letter of intent.")
    LETTER_OF_INTENT,

    @Description("A preliminary agreement.")
    PRELIMINARY,

    @Description("A memorandum of understanding.")
    MEMORANDUM,

    @Description("A treaty.")
    TREATY,

    @Description("A contract.")
    CONTRACT
}
