package org.jointdefence.registry.audit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** A place where the log differs from what was written. */
@Type("ReadLogFault")
@Description("A place where the log differs from what was written.")
public record ReadLogFault(
        @Description("The position in the chain, as a string of digits; null for a reading outside the chain.")
        @Nullable
        String position,

        @Description("The UUID of the reading; null if it is unknown.") @Nullable
        String reading,

        @Description("What is wrong.") @NonNull String description) {}
