package org.jointdefence.registry.agreement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.facility.ProductionFacility;
import org.jointdefence.registry.label.Country;
import org.jointdefence.registry.label.WithdrawableRecord;
import org.jointdefence.registry.mapping.AtMost;
import org.jointdefence.registry.mapping.Codes;
import org.jointdefence.registry.mapping.Inverse;
import org.jointdefence.registry.mapping.Listed;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.RootField;
import org.jointdefence.registry.publicrecord.Source;

/** A programme of the partnership, with its objective and rationale. */
@Entity
@Table(schema = "registry", name = "programme")
@NaturalOrder("name")
@RootField("programmes")
@Description("A programme of the partnership, with its objective and rationale.")
public class Programme extends WithdrawableRecord {
    @Size(min = 1, max = 300)
    @Description("The name.")
    public String name;

    @Size(min = 1, max = 20_000)
    @Description("Its objective.")
    public String objective;

    @Size(min = 1, max = 20_000)
    @Description("Its rationale.")
    public String rationale;

    @Enumerated(EnumType.STRING)
    @Description("Its status.")
    public ProgrammeStatus status;

    @AtMost(20)
    @Codes(Country.class)
    @Description("The countries that take part.")
    public List<String> countries;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "agreement_programme",
            joinColumns = @JoinColumn(name = "programme"),
            inverseJoinColumns = @JoinColumn(name = "agreement"))
    @Inverse(value = "programmes", description = "The programmes that it belongs to.")
    @Description("Its agreements.")
    public List<Agreement> agreements;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "facility_programme",
            joinColumns = @JoinColumn(name = "programme"),
            inverseJoinColumns = @JoinColumn(name = "production_facility"))
    @Inverse(value = "programme", description = "The programme that it belongs to.", single = true)
    @Description("Its facilities.")
    public List<ProductionFacility> productionFacilities;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "programme_source",
            joinColumns = @JoinColumn(name = "programme"),
            inverseJoinColumns = @JoinColumn(name = "source"))
    @Listed
    @AtMost(10)
    @Inverse(value = "programmes", description = "The programmes that it is a source for.")
    @Description("The sources of this information.")
    public List<Source> sources;
}
