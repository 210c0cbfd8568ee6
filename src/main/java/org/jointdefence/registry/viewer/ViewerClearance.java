package org.jointdefence.registry.viewer;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jointdefence.registry.clearance.ClearanceLevel;
import org.jspecify.annotations.Nullable;

/** The caller's clearance in the API. */
@Type("Clearance")
@Description("The clearance of the caller; without a level, only the public record is readable.")
public record ViewerClearance(
        @Description("The level; null for the public record only.") @Nullable
        ClearanceLevel level,

        @Description("The nation that gave the clearance, ISO 3166-1 alpha-2.") @Nullable
        String nation,

        @Description("The compartments in your token, without need-to-know grants.") @NonNull
        List<@NonNull String> compartments) {}
