package org.jointdefence.registry.legalentity;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.PartialDate;
import org.jointdefence.registry.label.RegistryRecord;
import org.jointdefence.registry.mapping.Code;
import org.jspecify.annotations.Nullable;

/** A name of a firm or an organisation, in a language and for a time. */
@MappedSuperclass
public abstract class Name extends RegistryRecord {
    @Enumerated(EnumType.STRING)
    @Description("What kind of name it is.")
    public NameKind kind;

    @Code(
            value = "LanguageTag",
            pattern = "[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-([0-9a-z]{5,8}|[0-9][0-9a-z]{3}))*",
            form = "a tag of BCP 47, such as \"lt\" or \"uk-Latn\"")
    @Description("The language, and the script if it is not the usual one (BCP 47).")
    public String language;

    @Size(min = 1, max = 300)
    @Description("The name.")
    public String value;

    @PartialDate
    @Description("When it came into force, as far as known.")
    public @Nullable String from;

    @PartialDate
    @Description("When it was last in force; null while it is, or when not known.")
    public @Nullable String until;
}
