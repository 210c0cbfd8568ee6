package org.jointdefence.registry.audit;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;
import org.jspecify.annotations.Nullable;

/** The state of the log of a nation's readers. */
@Type("ReadLogState")
@Description("The state of the log of a nation's readers. Readings are sealed in a chain, in which each seal covers"
        + " the one before it.")
public record ReadLogState(
        @Description("The nation, ISO 3166-1 alpha-2.") @NonNull
        String nation,

        @Description("The length of the chain: the position of its head, as a string of digits.") @NonNull
        String sealed,

        @Description("The number of readings that are not yet sealed, as a string of digits.") @NonNull
        String unsealed,

        @Description("The head of the chain, SHA-256 in hexadecimal digits. A copy kept elsewhere can prove later"
                + " that nothing before it has changed. Null while the chain is empty.")
        @Nullable
        String head,

        @Description("The first fault that was found; null when there is none.") @Nullable
        ReadLogFault fault) {

    /** One line of output for the profile {@code verify}. */
    String line() {
        return fault == null
                ? "%s:%s:%s intact, %s not yet sealed".formatted(nation, sealed, head, unsealed)
                : "%s BROKEN at position %s, reading %s: %s"
                        .formatted(nation, fault.position(), fault.reading(), fault.description());
    }
}
