package org.jointdefence.registry.funding;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.Country;
import org.jointdefence.registry.label.Money;
import org.jointdefence.registry.label.RegistryRecord;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.value.Fraction;

/** The part of a campaign that goes to technology of one origin. */
@Entity
@Table(schema = "registry", name = "campaign_split")
@NaturalOrder("origin")
@Description("The part of a campaign that goes to technology of one origin.")
public class CampaignSplit extends RegistryRecord {
    @ManyToOne
    @JoinColumn(name = "fundraising_campaign")
    @Description("The campaign.")
    public FundraisingCampaign fundraisingCampaign;

    @Embedded
    @Description("The exact fraction of the amount raised.")
    public Fraction fraction;

    @ManyToOne
    @JoinColumn(name = "origin")
    @Description("The country where the technology is made.")
    public Country origin;

    @Embedded
    @Description("The amount of the fraction.")
    public Money amount;

    @Size(min = 1, max = 300)
    @Description("Its purpose.")
    public String description;
}
