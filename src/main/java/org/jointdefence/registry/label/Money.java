package org.jointdefence.registry.label;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;

/** An amount of money. */
@Embeddable
@Description("An amount of money.")
public record Money(
        @Description("The exact amount.") BigDecimal amount,
        @Description("The ISO 4217 code of the currency.") String currency) {}
