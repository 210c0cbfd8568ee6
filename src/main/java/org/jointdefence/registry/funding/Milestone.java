package org.jointdefence.registry.funding;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.Money;
import org.jointdefence.registry.label.RegistryRecord;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jspecify.annotations.Nullable;

/** What a campaign reached on the way. */
@Entity
@Table(schema = "registry", name = "milestone")
@NaturalOrder("reachedBy")
@Description("What a campaign reached on the way.")
public class Milestone extends RegistryRecord {
    @ManyToOne
    @JoinColumn(name = "fundraising_campaign")
    @Description("The campaign.")
    public FundraisingCampaign fundraisingCampaign;

    @Description("What was reached.")
    public String description;

    @Embedded
    @Description("The sum that was reached.")
    public Money amount;

    @Description("The day by which it was reached.")
    public @Nullable LocalDate reachedBy;
}
