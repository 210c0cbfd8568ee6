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
@Description("Who the registry takes you for, and what that lets you see.")
public record Viewer(
        @Description("The subject of your token; null without one.") @Nullable
        String subject,

        @Description(
                "The functions that your token gives you: registrar, originator, approver, security-officer, auditor.")
        @NonNull
        List<@NonNull String> roles,

        @Description(
                "The clearance that your token gives you; less than it names while your login is too weak for that.")
        @NonNull
        ViewerClearance clearance,

        @Description(
                "The roles that your token names, whether the registry knows them or not: the first 20 in alphabetical order,"
                        + " and 100 characters of each.")
        @NonNull
        List<@NonNull String> rolesSeen,

        @Description(
                "Why your token is worth less than it may have been meant to be; null when nothing is wrong with its roles.")
        @Nullable
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
