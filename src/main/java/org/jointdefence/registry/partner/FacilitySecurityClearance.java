package org.jointdefence.registry.partner;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** The clearance of a firm to hold classified material. */
@Embeddable
@Description("The clearance of a firm to hold classified material.")
public record FacilitySecurityClearance(
        @Description("The code of the highest level that it may hold.") @Nullable
        String level,

        @Size(min = 1, max = 20_000) @Description("The authority that issued it.") @Nullable
        String issuingAuthority,

        @Description("The last day on which it is valid.") @Nullable
        LocalDate validUntil) {}
