package org.jointdefence.registry.partner;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.CapabilityCategory;
import org.jointdefence.registry.label.Country;
import org.jointdefence.registry.label.NextStatuses;
import org.jointdefence.registry.label.PartialDate;
import org.jointdefence.registry.label.WithdrawableRecord;
import org.jointdefence.registry.legalentity.UnspecifiedReason;
import org.jointdefence.registry.mapping.AtMost;
import org.jointdefence.registry.mapping.Classified;
import org.jointdefence.registry.mapping.Inverse;
import org.jointdefence.registry.mapping.Listed;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.RootField;
import org.jointdefence.registry.publicrecord.OrganisationType;
import org.jointdefence.registry.publicrecord.Source;
import org.jspecify.annotations.Nullable;

/** A firm that takes part in the joint defence industry. */
@Entity
@Table(schema = "registry", name = "partner_firm")
@NaturalOrder("legalName")
@RootField("partnerFirms")
@Description("A firm that takes part in the joint defence industry.")
public class PartnerFirm extends WithdrawableRecord {
    @Size(min = 1, max = 300)
    @Description("The legal name in force, in the language of its register.")
    public String legalName;

    @AtMost(20)
    @OneToMany(mappedBy = "partnerFirm")
    @Description("Its names in other languages, its former names, and other names.")
    public List<FirmName> names;

    @Enumerated(EnumType.STRING)
    @Description("What kind of entity it is (BODS).")
    public @Nullable OrganisationType entityType;

    @Enumerated(EnumType.STRING)
    @Description("Why the entity is unknown or not named (BODS).")
    public @Nullable UnspecifiedReason unspecifiedReason;

    @ManyToOne
    @JoinColumn(name = "jurisdiction")
    @Description("The country under whose law it exists.")
    public Country jurisdiction;

    @PartialDate
    @Description("When it was registered, as far as known.")
    public @Nullable String registeredOn;

    @PartialDate
    @Description("When it ceased to exist, as far as known.")
    public @Nullable String dissolvedOn;

    @ManyToOne
    @JoinTable(
            schema = "registry",
            name = "firm_successor",
            joinColumns = @JoinColumn(name = "partner_firm"),
            inverseJoinColumns = @JoinColumn(name = "successor"))
    @Inverse(value = "predecessors", description = "The firms that it goes on for after a merger.")
    @Description("The firm that goes on after a merger.")
    public @Nullable PartnerFirm successor;

    @Enumerated(EnumType.STRING)
    @Description("Its capabilities.")
    public List<CapabilityCategory> capabilityCategories;

    @Size(min = 1, max = 300)
    @Description("The address of its website.")
    public @Nullable String website;

    @Enumerated(EnumType.STRING)
    @Description("The status of its admission.")
    public PartnerFirmStatus status;

    @Transient
    @NextStatuses
    @Description("The statuses that may follow.")
    public List<PartnerFirmStatus> nextStatuses;

    @AtMost(10)
    @OneToMany(mappedBy = "partnerFirm")
    @Description("Its identifiers in public registers.")
    public List<FirmIdentifier> identifiers;

    @AtMost(20)
    @OneToMany(mappedBy = "partnerFirm")
    @Description("Its addresses.")
    public List<FirmAddress> addresses;

    @Embedded
    @Classified
    @Description("The clearance of the firm itself to hold classified material.")
    public @Nullable FacilitySecurityClearance facilitySecurityClearance;

    @Size(min = 1, max = 20_000)
    @Classified
    @Description("The assessment of foreign ownership, control or influence (FOCI).")
    public @Nullable String foreignOwnershipAssessment;

    @Size(min = 1, max = 20_000)
    @Classified
    @Description("The findings of the vetting.")
    public @Nullable String vettingNotes;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "partner_firm_source",
            joinColumns = @JoinColumn(name = "partner_firm"),
            inverseJoinColumns = @JoinColumn(name = "source"))
    @Listed
    @AtMost(10)
    @Inverse(value = "partnerFirms", description = "The firms that it is a source for.")
    @Description("The sources of this information.")
    public List<Source> sources;
}
