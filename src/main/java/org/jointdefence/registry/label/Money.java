package org.jointdefence.registry.label;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.mapping.Code;
import org.jointdefence.registry.mapping.MeasuredIn;

/** An amount of money. */
@Embeddable
@Description("An amount of money.")
public record Money(
        @PositiveOrZero
        @MeasuredIn("currency")
        @Description("The exact amount, with as many digits after the point as its currency has.")
        BigDecimal amount,

        @Code(value = "CurrencyCode", pattern = "[A-Z]{3}", form = "three capital letters of ISO 4217, such as \"EUR\"")
        @Description("The ISO 4217 code of the currency.")
        String currency) {}
