package org.jointdefence.registry.audit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** Where the log is not what was written. */
@Type("ReadLogFault")
@Description("Where the log is not what was written.")
public record ReadLogFault(
        @Description("The position in the chain, as a string of digits; null for what is in no chain.") @Nullable
        String position,

        @Description("The UUID of the reading; null when it is not even known.") @Nullable
        String reading,

        @Description("What is wrong.") @NonNull String description) {}
