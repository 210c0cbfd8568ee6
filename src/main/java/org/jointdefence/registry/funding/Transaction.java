package org.jointdefence.registry.funding;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.Money;
import org.jointdefence.registry.label.RegistryRecord;
import org.jointdefence.registry.mapping.Inverse;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.publicrecord.Organisation;
import org.jspecify.annotations.Nullable;

/** A transaction under an allocation (IATI). */
@Entity
@Table(schema = "registry", name = "transaction")
@NaturalOrder("occurredOn")
@Description("A transaction under an allocation (IATI).")
public class Transaction extends RegistryRecord {
    @ManyToOne
    @JoinColumn(name = "allocation")
    @Description("The allocation.")
    public Allocation allocation;

    @Enumerated(EnumType.STRING)
    @Description("What kind of transaction it is.")
    public TransactionType type;

    @Embedded
    @Description("The amount.")
    public Money value;

    @Description("The day of the transaction.")
    public LocalDate occurredOn;

    @Description("The day whose exchange rate applies to the amount.")
    public @Nullable LocalDate valueDate;

    @Size(min = 1, max = 300)
    @Description("What it is about.")
    public @Nullable String description;

    @ManyToOne
    @JoinTable(
            schema = "registry",
            name = "transaction_provider",
            joinColumns = @JoinColumn(name = "transaction"),
            inverseJoinColumns = @JoinColumn(name = "organisation"))
    @Description("The organisation that the money comes from.")
    public @Nullable Organisation provider;

    @ManyToOne
    @JoinTable(
            schema = "registry",
            name = "transaction_receiver",
            joinColumns = @JoinColumn(name = "transaction"),
            inverseJoinColumns = @JoinColumn(name = "organisation"))
    @Description("The organisation that the money goes to.")
    public @Nullable Organisation receiver;

    @ManyToOne
    @JoinTable(
            schema = "registry",
            name = "transaction_commitment",
            joinColumns = @JoinColumn(name = "transaction"),
            inverseJoinColumns = @JoinColumn(name = "commitment"))
    @Inverse(value = "drawings", description = "The transactions that draw on it.", listed = true, atMost = 20)
    @Description("The commitment that it draws on.")
    public @Nullable Transaction commitment;
}
