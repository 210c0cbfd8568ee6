package org.jointdefence.registry.funding;

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
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.CapabilityCategory;
import org.jointdefence.registry.label.Country;
import org.jointdefence.registry.label.Money;
import org.jointdefence.registry.label.WithdrawableRecord;
import org.jointdefence.registry.mapping.AtMost;
import org.jointdefence.registry.mapping.Inverse;
import org.jointdefence.registry.mapping.Listed;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.RootField;
import org.jointdefence.registry.publicrecord.Source;

/** A campaign in which people and firms gave money. */
@Entity
@Table(
        schema = "registry",
        name = "fundraising_campaign",
        uniqueConstraints = @UniqueConstraint(columnNames = {"label", "name", "edition"}))
@NaturalOrder(value = "startsOn", descending = true)
@RootField("fundraisingCampaigns")
@Description("A campaign in which people and firms gave money.")
public class FundraisingCampaign extends WithdrawableRecord {
    @Size(min = 1, max = 300)
    @Description("The name.")
    public String name;

    @Positive
    @Description("Its number among the campaigns of the same name, from 1.")
    public int edition;

    @Description("Its first day.")
    public LocalDate startsOn;

    @Description("Its last day.")
    public LocalDate endsOn;

    @Embedded
    @Description("The amount raised.")
    public Money raised;

    @ManyToOne
    @JoinColumn(name = "beneficiary")
    @Description("The country that it was for.")
    public Country beneficiary;

    @Enumerated(EnumType.STRING)
    @Description("The intended use of the money.")
    public List<CapabilityCategory> purposes;

    @AtMost(10)
    @OneToMany(mappedBy = "fundraisingCampaign")
    @Description("The split of the money; the amounts add up to the amount raised.")
    public List<CampaignSplit> splits;

    @AtMost(10)
    @OneToMany(mappedBy = "fundraisingCampaign")
    @Description("The shares of the donors.")
    public List<DonorShare> donorShares;

    @AtMost(10)
    @OneToMany(mappedBy = "fundraisingCampaign")
    @Description("Its milestones.")
    public List<Milestone> milestones;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "fundraising_campaign_source",
            joinColumns = @JoinColumn(name = "fundraising_campaign"),
            inverseJoinColumns = @JoinColumn(name = "source"))
    @Listed
    @AtMost(10)
    @Inverse(value = "fundraisingCampaigns", description = "The campaigns that it is a source for.")
    @Description("The sources of this information.")
    public List<Source> sources;
}
