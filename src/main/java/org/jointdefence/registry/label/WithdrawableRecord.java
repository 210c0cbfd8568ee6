package org.jointdefence.registry.label;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.hibernate.Length;
import org.jspecify.annotations.Nullable;

/** A record that is found by a root field; entered in error, it is withdrawn, and still shown. */
@MappedSuperclass
public abstract class WithdrawableRecord extends RegistryRecord {
    @Description("The day on which it was withdrawn, because it was entered in error; null while it is in force.")
    public @Nullable LocalDate withdrawnOn;

    @Column(length = Length.LONG)
    @Description("Why it was withdrawn.")
    public @Nullable String withdrawalReason;
}
