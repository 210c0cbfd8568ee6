package org.jointdefence.registry.agreement;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** The time in which an agreement is in force (OCDS). */
@Embeddable
@Description("The time in which an agreement is in force (OCDS).")
public record AgreementPeriod(
        @Description("The first day.") @Nullable LocalDate from,

        @Description("The last day.") @Nullable LocalDate until,

        @Description("The last day, if it is extended as far as it allows.") @Nullable
        LocalDate maximum) {}
