package org.jointdefence.registry.funding;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.Money;
import org.jointdefence.registry.label.RegistryRecord;
import org.jointdefence.registry.mapping.NaturalOrder;
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

    @Description("What it is about.")
    public @Nullable String description;
}
