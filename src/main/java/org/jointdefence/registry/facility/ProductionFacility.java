package org.jointdefence.registry.facility;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.Country;
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

/** A place where weapons are, or are to be, produced jointly. */
@Entity
@Table(schema = "registry", name = "production_facility")
@NaturalOrder("name")
@RootField("productionFacilities")
@Description("A place where weapons are, or are to be, produced jointly.")
public class ProductionFacility extends WithdrawableRecord {
    @Size(min = 1, max = 300)
    @Description("The name.")
    public String name;

    @ManyToOne
    @JoinColumn(name = "country")
    @Description("The country where it is.")
    public Country country;

    @Pattern(regexp = "[A-Z]{2}-[A-Z0-9]{1,3}", message = "a code of ISO 3166-2, such as \"UA-32\"")
    @Description("The region where it is.")
    public @Nullable String region;

    @Enumerated(EnumType.STRING)
    @Description("Its status.")
    public ProductionFacilityStatus status;

    @Transient
    @NextStatuses
    @Description("The statuses that may follow.")
    public List<ProductionFacilityStatus> nextStatuses;

    @Embedded
    @Description("The centroid of its region; never its real location, nor a point near it.")
    public @Nullable Coordinates publicCoordinates;

    @Embedded
    @Classified
    @Description("Its real location.")
    public @Nullable Coordinates coordinates;

    @Size(min = 1, max = 20_000)
    @Classified
    @Description("Its address.")
    public @Nullable String address;

    @PositiveOrZero
    @Classified
    @Description("The number of units that it can produce in a year.")
    public @Nullable Integer annualCapacity;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "facility_operator",
            joinColumns = @JoinColumn(name = "production_facility"),
            inverseJoinColumns = @JoinColumn(name = "partner_firm"))
    @Inverse(value = "productionFacilities", description = "The facilities that it operates.")
    @Description("The firms that operate it; a joint facility has several.")
    public List<PartnerFirm> operators;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "production_facility_source",
            joinColumns = @JoinColumn(name = "production_facility"),
            inverseJoinColumns = @JoinColumn(name = "source"))
    @Listed
    @AtMost(10)
    @Inverse(value = "productionFacilities", description = "The facilities that it is a source for.")
    @Description("The sources of this information.")
    public List<Source> sources;
}
