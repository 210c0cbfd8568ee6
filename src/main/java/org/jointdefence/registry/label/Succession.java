package org.jointdefence.registry.label;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** A planned downgrade. */
@Embeddable
@Description("A planned downgrade.")
public record Succession(
        @Description("The first day, in Vilnius, of the lower level.") @Nullable
        LocalDate on,

        @Description("The code of the lower level.") @Nullable
        String to) {}
