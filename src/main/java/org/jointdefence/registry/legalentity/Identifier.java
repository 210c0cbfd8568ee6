package org.jointdefence.registry.legalentity;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.MappedSuperclass;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.PartialDate;
import org.jointdefence.registry.label.RegistryRecord;
import org.jointdefence.registry.mapping.RegisteredIdentifier;
import org.jspecify.annotations.Nullable;

/** An identifier of a firm or an organisation in a public register. */
@MappedSuperclass
public abstract class Identifier extends RegistryRecord {
    @Enumerated(EnumType.STRING)
    @Description("The register.")
    public IdentifierScheme scheme;

    @RegisteredIdentifier
    @Size(min = 1, max = 300)
    @Pattern(regexp = "[0-9A-Z]*", message = "letters and digits; separators between them are ignored")
    @Description("The identifier in it.")
    public String value;

    @PartialDate
    @Description("Since when it has identified it, as far as known.")
    public @Nullable String from;

    @PartialDate
    @Description("Until when it identified it; null while it does, or when not known.")
    public @Nullable String until;
}
