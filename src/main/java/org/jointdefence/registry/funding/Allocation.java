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
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.agreement.Programme;
import org.jointdefence.registry.label.Money;
import org.jointdefence.registry.label.WithdrawableRecord;
import org.jointdefence.registry.mapping.AtMost;
import org.jointdefence.registry.mapping.Inverse;
import org.jointdefence.registry.mapping.Listed;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.RootField;
import org.jointdefence.registry.publicrecord.Organisation;
import org.jointdefence.registry.publicrecord.Source;
import org.jspecify.annotations.Nullable;

/** Money that is set aside for a purpose. Pledged, allocated and delivered amounts are never added together. */
@Entity
@Table(schema = "registry", name = "allocation")
@NaturalOrder(value = "announcedOn", descending = true)
@RootField("allocations")
@Description(
        "Money that is set aside for a purpose. Pledged, allocated and delivered amounts are never added together.")
public class Allocation extends WithdrawableRecord {
    @Embedded
    @Description("The amount.")
    public Money value;

    @Enumerated(EnumType.STRING)
    @Description("Whether it is the first allocation or an additional one.")
    public AllocationStage stage;

    @Enumerated(EnumType.STRING)
    @Description("The expected change of the amount.")
    public ExpectedChange expectedChange;

    @Size(min = 1, max = 20_000)
    @Description("Its purpose.")
    public String purpose;

    @Description("The day on which it was announced, as far as known.")
    public @Nullable LocalDate announcedOn;

    @ManyToOne
    @JoinTable(
            schema = "registry",
            name = "allocation_provider",
            joinColumns = @JoinColumn(name = "allocation"),
            inverseJoinColumns = @JoinColumn(name = "organisation"))
    @Description("The donor.")
    public @Nullable Organisation provider;

    @ManyToOne
    @JoinTable(
            schema = "registry",
            name = "allocation_receiver",
            joinColumns = @JoinColumn(name = "allocation"),
            inverseJoinColumns = @JoinColumn(name = "organisation"))
    @Description("The recipient.")
    public @Nullable Organisation receiver;

    @ManyToOne
    @JoinTable(
            schema = "registry",
            name = "allocation_programme",
            joinColumns = @JoinColumn(name = "allocation"),
            inverseJoinColumns = @JoinColumn(name = "programme"))
    @Inverse(value = "allocations", description = "Its allocations.")
    @Description("The programme that it is for.")
    public @Nullable Programme programme;

    @AtMost(20)
    @OneToMany(mappedBy = "allocation")
    @Description("The pledges, commitments and payments under it (IATI).")
    public List<Transaction> transactions;

    @AtMost(20)
    @OneToMany(mappedBy = "allocation")
    @Description("Its split by weapon system.")
    public List<SystemSplit> systemSplits;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "allocation_source",
            joinColumns = @JoinColumn(name = "allocation"),
            inverseJoinColumns = @JoinColumn(name = "source"))
    @Listed
    @AtMost(10)
    @Inverse(value = "allocations", description = "The allocations that it is a source for.")
    @Description("The sources of this information.")
    public List<Source> sources;
}
