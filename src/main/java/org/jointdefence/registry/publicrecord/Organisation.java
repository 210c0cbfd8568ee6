package org.jointdefence.registry.publicrecord;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.Country;
import org.jointdefence.registry.label.PartialDate;
import org.jointdefence.registry.label.WithdrawableRecord;
import org.jointdefence.registry.legalentity.UnspecifiedReason;
import org.jointdefence.registry.mapping.AtMost;
import org.jointdefence.registry.mapping.Inverse;
import org.jointdefence.registry.mapping.Listed;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.RootField;
import org.jspecify.annotations.Nullable;

/** A state body or another organisation. */
@Entity
@Table(schema = "registry", name = "organisation")
@NaturalOrder("name")
@RootField("organisations")
@Description("A state body or another organisation.")
public class Organisation extends WithdrawableRecord {
    @Size(min = 1, max = 300)
    @Description("The name.")
    public String name;

    @Enumerated(EnumType.STRING)
    @Description("What kind of entity it is (BODS).")
    public OrganisationType entityType;

    @Enumerated(EnumType.STRING)
    @Description("Why the entity is unknown or not named (BODS).")
    public @Nullable UnspecifiedReason unspecifiedReason;

    @AtMost(20)
    @OneToMany(mappedBy = "organisation")
    @Description("Its names in other languages, its former names, and other names.")
    public List<OrganisationName> names;

    @AtMost(10)
    @OneToMany(mappedBy = "organisation")
    @Description("Its identifiers in public registers.")
    public List<OrganisationIdentifier> identifiers;

    @AtMost(20)
    @OneToMany(mappedBy = "organisation")
    @Description("Its addresses.")
    public List<OrganisationAddress> addresses;

    @ManyToOne
    @JoinColumn(name = "jurisdiction")
    @Description("The country under whose law it exists.")
    public Country jurisdiction;

    @PartialDate
    @Description("When it was registered or founded, as far as known.")
    public @Nullable String registeredOn;

    @PartialDate
    @Description("When it ceased to exist, as far as known.")
    public @Nullable String dissolvedOn;

    @ManyToOne
    @JoinTable(
            schema = "registry",
            name = "organisation_successor",
            joinColumns = @JoinColumn(name = "organisation"),
            inverseJoinColumns = @JoinColumn(name = "successor"))
    @Inverse(value = "predecessors", description = "The organisations that it goes on for after a reform or merger.")
    @Description("The organisation that goes on after a reform or merger.")
    public @Nullable Organisation successor;

    @Size(min = 1, max = 300)
    @Description("The address of its website.")
    public @Nullable String website;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "organisation_source",
            joinColumns = @JoinColumn(name = "organisation"),
            inverseJoinColumns = @JoinColumn(name = "source"))
    @Listed
    @AtMost(10)
    @Inverse(value = "organisations", description = "The organisations that it is a source for.")
    @Description("The sources of this information.")
    public List<Source> sources;
}
