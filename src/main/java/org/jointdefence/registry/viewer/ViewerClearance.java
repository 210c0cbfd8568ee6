package org.jointdefence.registry.viewer;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jointdefence.registry.clearance.ClearanceLevel;
import org.jspecify.annotations.Nullable;

/** The caller's clearance in the API. */
@Type("Clearance")
@Description("What a token entitles its bearer to; without a level, to the public record only.")
public record ViewerClearance(
        @Description("How much you may handle; null: the public record only.") @Nullable
        ClearanceLevel level,

        @Description("The nation that gave the clearance, ISO 3166-1 alpha-2.") @Nullable
        String nation,

        @Description("The compartments that your token names; need-to-know grants come on top.") @NonNull
        List<@NonNull String> compartments) {}
