package org.jointdefence.registry.facility;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** A point on the earth, WGS 84. */
@Embeddable
@Description("A point on the earth, WGS 84.")
public record Coordinates(
        @Description("Degrees north of the equator.") @Nullable
        BigDecimal latitude,

        @Description("Degrees east of Greenwich.") @Nullable BigDecimal longitude) {}
