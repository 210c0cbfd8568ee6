package org.jointdefence.registry.partner;

import jakarta.persistence.Column;
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
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.hibernate.Length;
import org.jointdefence.registry.label.CapabilityCategory;
import org.jointdefence.registry.label.Country;
import org.jointdefence.registry.label.WithdrawableRecord;
import org.jointdefence.registry.mapping.AtMost;
import org.jointdefence.registry.mapping.Classified;
import org.jointdefence.registry.mapping.Inverse;
import org.jointdefence.registry.mapping.Listed;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.RootField;
import org.jointdefence.registry.mapping.Searchable;
import org.jointdefence.registry.publicrecord.Source;
import org.jspecify.annotations.Nullable;

/** A firm that takes part in the joint defence industry. */
@Entity
@Table(schema = "registry", name = "partner_firm")
@NaturalOrder("legalName")
@RootField("partnerFirms")
@Description("A firm that takes part in the joint defence industry.")
public class PartnerFirm extends WithdrawableRecord {
    @Description("The name in its register.")
    public String legalName;

    @Searchable
    @Description("Its other names.")
    public List<String> alternateNames;

    @ManyToOne
    @JoinColumn(name = "jurisdiction")
    @Description("The country under whose law it exists.")
    public Country jurisdiction;

    @Enumerated(EnumType.STRING)
    @Description("Its capabilities.")
    public List<CapabilityCategory> capabilityCategories;

    @Description("The address of its website.")
    public @Nullable String website;

    @Enumerated(EnumType.STRING)
    @Description("The status of its admission.")
    public PartnerFirmStatus status;

    @AtMost(10)
    @OneToMany(mappedBy = "partnerFirm")
    @Description("Its identifiers in public registers.")
    public List<FirmIdentifier> identifiers;

    @Embedded
    @Classified
    @Description("The clearance of the firm itself to hold classified material.")
    public @Nullable FacilitySecurityClearance facilitySecurityClearance;

    @Column(length = Length.LONG)
    @Classified
    @Description("The assessment of foreign ownership, control or influence (FOCI).")
    public @Nullable String foreignOwnershipAssessment;

    @Column(length = Length.LONG)
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
