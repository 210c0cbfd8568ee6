package org.jointdefence.registry.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;

/** The clearance of a firm to hold classified material. */
@Embeddable
@Description("The clearance of a firm to hold classified material.")
public record FacilitySecurityClearance(
        @Description("The code of the highest level that it may hold.") @Nullable
        String level,

        @Column(length = Length.LONG) @Description("The authority that issued it.") @Nullable
        String issuingAuthority,

        @Description("The last day on which it is valid.") @Nullable
        LocalDate validUntil) {}
