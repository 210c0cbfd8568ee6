package org.jointdefence.registry.weapon;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.facility.ProductionFacility;
import org.jointdefence.registry.label.CapabilityCategory;
import org.jointdefence.registry.label.Money;
import org.jointdefence.registry.label.NextStatuses;
import org.jointdefence.registry.label.WithdrawableRecord;
import org.jointdefence.registry.mapping.AtMost;
import org.jointdefence.registry.mapping.Classified;
import org.jointdefence.registry.mapping.Inverse;
import org.jointdefence.registry.mapping.Listed;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.RootField;
import org.jointdefence.registry.partner.PartnerFirm;
import org.jointdefence.registry.publicrecord.Source;
import org.jspecify.annotations.Nullable;

/** A weapon system of the partnership. Its existence may be public; its details are classified. */
@Entity
@Table(
        schema = "registry",
        name = "weapon_system",
        uniqueConstraints = @UniqueConstraint(columnNames = {"label", "code_name"}))
@NaturalOrder("codeName")
@RootField("weaponSystems")
@Description("A weapon system of the partnership. Its existence may be public; its details are classified.")
public class WeaponSystem extends WithdrawableRecord {
    @Size(min = 1, max = 300)
    @Description("Its public name.")
    public String codeName;

    @Enumerated(EnumType.STRING)
    @Description("Its capability category.")
    public CapabilityCategory capabilityCategory;

    @Enumerated(EnumType.STRING)
    @Description("Its status.")
    public WeaponSystemStatus status;

    @Transient
    @NextStatuses
    @Description("The statuses that may follow.")
    public List<WeaponSystemStatus> nextStatuses;

    @Size(min = 1, max = 20_000)
    @Classified
    @Description("Its real designation.")
    public @Nullable String designation;

    @Size(min = 1, max = 20_000)
    @Classified
    @Description("What it is.")
    public @Nullable String description;

    @Classified
    @Description(
            "The code of its category in the Common Military List of the European Union; see `militaryListCategories`.")
    public @Nullable String militaryListCategory;

    @PositiveOrZero
    @Classified
    @Description("The maximum range in kilometres.")
    public @Nullable Integer maximumRangeKm;

    @Embedded
    @Classified
    @Description("The cost of one unit.")
    public @Nullable Money unitCost;

    @PositiveOrZero
    @Classified
    @Description("The number of units produced in a year.")
    public @Nullable Integer annualOutput;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "weapon_system_facility",
            joinColumns = @JoinColumn(name = "weapon_system"),
            inverseJoinColumns = @JoinColumn(name = "production_facility"))
    @Inverse(value = "weaponSystems", description = "The weapon systems that are produced in it.")
    @Description("The facilities that produce it.")
    public List<ProductionFacility> productionFacilities;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "weapon_system_developer",
            joinColumns = @JoinColumn(name = "weapon_system"),
            inverseJoinColumns = @JoinColumn(name = "partner_firm"))
    @Inverse(value = "weaponSystems", description = "The weapon systems that it develops.")
    @Description("The firms that develop it.")
    public List<PartnerFirm> developers;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "weapon_system_source",
            joinColumns = @JoinColumn(name = "weapon_system"),
            inverseJoinColumns = @JoinColumn(name = "source"))
    @Listed
    @AtMost(10)
    @Inverse(value = "weaponSystems", description = "The weapon systems that it is a source for.")
    @Description("The sources of this information.")
    public List<Source> sources;
}
