package org.jointdefence.registry.legalentity;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.Country;
import org.jointdefence.registry.label.RegistryRecord;
import org.jointdefence.registry.mapping.AtMost;
import org.jointdefence.registry.mapping.Searchable;
import org.jspecify.annotations.Nullable;

/** An address of a firm or an organisation. */
@MappedSuperclass
public abstract class Address extends RegistryRecord {
    @Enumerated(EnumType.STRING)
    @Description("What it is the address of.")
    public AddressKind kind;

    @AtMost(10)
    @Size(max = 10)
    @Searchable
    @Description("Its lines above the locality, such as street and house.")
    public List<@Size(min = 1, max = 300) String> lines;

    @Size(min = 1, max = 300)
    @Description("The town or village.")
    public @Nullable String locality;

    @Pattern(regexp = "[A-Z]{2}-[A-Z0-9]{1,3}", message = "a code of ISO 3166-2, such as \"UA-32\"")
    @Description("The region.")
    public @Nullable String region;

    @Size(min = 1, max = 20)
    @Description("The postal code.")
    public @Nullable String postalCode;

    @ManyToOne
    @JoinColumn(name = "country")
    @Description("The country.")
    public Country country;
}
