package org.jointdefence.registry.funding;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.Money;
import org.jointdefence.registry.label.RegistryRecord;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jspecify.annotations.Nullable;

/** A milestone of a campaign. */
@Entity
@Table(schema = "registry", name = "milestone")
@NaturalOrder("reachedBy")
@Description("A milestone of a campaign.")
public class Milestone extends RegistryRecord {
    @ManyToOne
    @JoinColumn(name = "fundraising_campaign")
    @Description("The campaign.")
    public FundraisingCampaign fundraisingCampaign;

    @Size(min = 1, max = 300)
    @Description("What the campaign reached.")
    public String description;

    @Embedded
    @Description("The amount reached.")
    public Money amount;

    @Description("The day by which the campaign reached it.")
    public @Nullable LocalDate reachedBy;
}
