package org.jointdefence.registry.funding;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.Money;
import org.jointdefence.registry.label.RegistryRecord;
import org.jointdefence.registry.mapping.Classified;
import org.jointdefence.registry.weapon.WeaponSystem;
import org.jspecify.annotations.Nullable;

/** The part of an allocation that goes to one weapon system. */
@Entity
@Table(schema = "registry", name = "system_split")
@Description("The part of an allocation that goes to one weapon system.")
public class SystemSplit extends RegistryRecord {
    @ManyToOne
    @JoinColumn(name = "allocation")
    @Description("The allocation.")
    public Allocation allocation;

    @ManyToOne
    @JoinColumn(name = "weapon_system")
    @Description("The weapon system.")
    public WeaponSystem weaponSystem;

    @Embedded
    @Classified
    @Description("The amount for it.")
    public @Nullable Money value;
}
