package org.jointdefence.registry.facility;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** A point on the earth, WGS 84. */
@Embeddable
@Description("A point on the earth, WGS 84.")
public record Coordinates(
        @DecimalMin("-90") @DecimalMax("90") @Description("Degrees north of the equator.") @Nullable
        BigDecimal latitude,

        @DecimalMin("-180") @DecimalMax("180") @Description("Degrees east of Greenwich.") @Nullable
        BigDecimal longitude) {}
