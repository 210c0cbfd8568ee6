package org.jointdefence.registry.funding;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.RegistryRecord;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.value.Fraction;

/** The part of a campaign that donors of one kind gave. */
@Entity
@Table(schema = "registry", name = "donor_share")
@NaturalOrder("donorType")
@Description("The part of a campaign that donors of one kind gave.")
public class DonorShare extends RegistryRecord {
    @ManyToOne
    @JoinColumn(name = "fundraising_campaign")
    @Description("The campaign.")
    public FundraisingCampaign fundraisingCampaign;

    @Enumerated(EnumType.STRING)
    @Description("The kind of donor.")
    public DonorType donorType;

    @Embedded
    @Description("The fraction of the amount raised; the qualifier says how exact it is.")
    public Fraction fraction;

    @Enumerated(EnumType.STRING)
    @Description("How exact the fraction is.")
    public ShareQualifier qualifier;
}
