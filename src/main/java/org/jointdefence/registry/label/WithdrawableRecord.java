package org.jointdefence.registry.label;

import jakarta.persistence.MappedSuperclass;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** A record that is found by a root field; entered in error, it is withdrawn, and still shown. */
@MappedSuperclass
public abstract class WithdrawableRecord extends RegistryRecord {
    @Description("The day on which it was withdrawn, because it was entered in error; null while it is in force.")
    public @Nullable LocalDate withdrawnOn;

    @Size(min = 1, max = 20_000)
    @Description("Why it was withdrawn.")
    public @Nullable String withdrawalReason;
}
