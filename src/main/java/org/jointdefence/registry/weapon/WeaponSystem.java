package org.jointdefence.registry.weapon;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.hibernate.Length;
import org.jointdefence.registry.facility.ProductionFacility;
import org.jointdefence.registry.label.CapabilityCategory;
import org.jointdefence.registry.label.Money;
import org.jointdefence.registry.label.RegistryRecord;
import org.jointdefence.registry.mapping.AtMost;
import org.jointdefence.registry.mapping.Classified;
import org.jointdefence.registry.mapping.Inverse;
import org.jointdefence.registry.mapping.Listed;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.RootField;
import org.jointdefence.registry.partner.PartnerFirm;
import org.jointdefence.registry.publicrecord.Source;
import org.jspecify.annotations.Nullable;

/** A weapon system of the partnership. That it exists may be public; what it is, is classified. */
@Entity
@Table(schema = "registry", name = "weapon_system")
@NaturalOrder("codeName")
@RootField("weaponSystems")
@Description("A weapon system of the partnership. That it exists may be public; what it is, is classified.")
public class WeaponSystem extends RegistryRecord {
    @Description("The name it goes by in public.")
    public String codeName;

    @Enumerated(EnumType.STRING)
    @Description("What it is capable of.")
    public CapabilityCategory capabilityCategory;

    @Enumerated(EnumType.STRING)
    @Description("How far it has come.")
    public WeaponSystemStatus status;

    @Column(length = Length.LONG)
    @Classified
    @Description("What it is really called.")
    public @Nullable String designation;

    @Column(length = Length.LONG)
    @Classified
    @Description("What it is.")
    public @Nullable String description;

    @Classified
    @Description("Its category in the Common Military List of the European Union, ML1 to ML22.")
    public @Nullable String militaryListCategory;

    @Classified
    @Description("The maximum range in kilometres.")
    public @Nullable Integer maximumRangeKm;

    @Embedded
    @Classified
    @Description("What one unit costs.")
    public @Nullable Money unitCost;

    @Classified
    @Description("How many units are produced in a year.")
    public @Nullable Integer annualOutput;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "weapon_system_facility",
            joinColumns = @JoinColumn(name = "weapon_system"),
            inverseJoinColumns = @JoinColumn(name = "production_facility"))
    @Inverse(value = "weaponSystems", description = "The weapon systems that are produced in it.")
    @Description("Where it is produced.")
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
    @Description("Where this is known from.")
    public List<Source> sources;
}
