package org.jointdefence.registry.viewer;

import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.clearance.Clearance;
import org.jointdefence.registry.clearance.Role;
import org.jspecify.annotations.Nullable;

/** The caller in the API. */
@Type("Viewer")
@Description("The caller, with roles and clearance.")
public record Viewer(
        @Description("The subject of your token; null without one.") @Nullable
        String subject,

        @Description("The roles in your token that the registry knows: registrar, originator, approver,"
                + " security-officer, auditor.")
        @NonNull
        List<@NonNull String> roles,

        @Description("Your effective clearance; lower than in your token if your login is too weak for it.") @NonNull
        ViewerClearance clearance,

        @Description("The roles in your token, known or unknown to the registry: the first 20 in alphabetical order,"
                + " and 100 characters of each.")
        @NonNull
        List<@NonNull String> rolesSeen,

        @Description("Why part of your token is ignored; null if nothing is wrong with its roles.") @Nullable
        String warning) {

    static Viewer of(Caller caller) {
        Clearance clearance = caller.clearance();
        return new Viewer(
                caller.subject(),
                caller.functions().stream().sorted().map(Role::token).toList(),
                new ViewerClearance(
                        clearance.level(),
                        clearance.nation(),
                        clearance.compartments().stream()
                                .sorted(Comparator.naturalOrder())
                                .toList()),
                caller.roles().seen(),
                caller.roles().warning());
    }
}
