package org.jointdefence.registry.agreement;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.Country;
import org.jointdefence.registry.label.Money;
import org.jointdefence.registry.label.NextStatuses;
import org.jointdefence.registry.label.WithdrawableRecord;
import org.jointdefence.registry.mapping.AtMost;
import org.jointdefence.registry.mapping.Classified;
import org.jointdefence.registry.mapping.Codes;
import org.jointdefence.registry.mapping.Inverse;
import org.jointdefence.registry.mapping.Listed;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.RootField;
import org.jointdefence.registry.publicrecord.Organisation;
import org.jointdefence.registry.publicrecord.Source;
import org.jointdefence.registry.weapon.WeaponSystem;
import org.jspecify.annotations.Nullable;

/** An agreement between the partners. */
@Entity
@Table(schema = "registry", name = "agreement")
@NaturalOrder("title")
@RootField("agreements")
@Description("An agreement between the partners.")
public class Agreement extends WithdrawableRecord {
    @Size(min = 1, max = 300)
    @Description("The title.")
    public String title;

    @Enumerated(EnumType.STRING)
    @Description("What kind of agreement it is.")
    public AgreementType type;

    @Enumerated(EnumType.STRING)
    @Description("Its status (OCDS).")
    public AgreementStatus status;

    @Transient
    @NextStatuses
    @Description("The statuses that may follow.")
    public List<AgreementStatus> nextStatuses;

    @Description("The day on which it was announced, as far as known.")
    public @Nullable LocalDate announcedOn;

    @Description("The day on which it was signed.")
    public @Nullable LocalDate signedOn;

    @Embedded
    @Description("What it is worth.")
    public @Nullable Money value;

    @Embedded
    @Description("The time in which it is in force.")
    public @Nullable AgreementPeriod period;

    @ManyToOne
    @JoinTable(
            schema = "registry",
            name = "agreement_amendment",
            joinColumns = @JoinColumn(name = "agreement"),
            inverseJoinColumns = @JoinColumn(name = "amended"))
    @Inverse(value = "amendments", description = "The agreements that amend it.")
    @Description("The agreement that it amends.")
    public @Nullable Agreement amends;

    @AtMost(20)
    @Codes(Country.class)
    @Description("The countries in which it provides for the production of weapons.")
    public List<String> productionCountries;

    @Size(min = 1, max = 20_000)
    @Classified
    @Description("The unpublished annex.")
    public @Nullable String annex;

    @OneToMany(mappedBy = "agreement")
    @AtMost(10)
    @Description("Its parties, each in its roles.")
    public List<AgreementParty> parties;

    @ManyToOne
    @JoinTable(
            schema = "registry",
            name = "agreement_announcer",
            joinColumns = @JoinColumn(name = "agreement"),
            inverseJoinColumns = @JoinColumn(name = "organisation"))
    @Description("The organisation that announced it.")
    public @Nullable Organisation announcedBy;

    @Enumerated(EnumType.STRING)
    @Description("What may be said in public about the weapon systems that it covers; see `sources`.")
    public AgreementCoverage coverage;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "agreement_system",
            joinColumns = @JoinColumn(name = "agreement"),
            inverseJoinColumns = @JoinColumn(name = "weapon_system"))
    @Inverse(value = "agreements", description = "The agreements that cover it.")
    @Description(
            "The weapon systems that it covers, as far as the caller can see them. Unless `coverage` is PUBLIC there"
                    + " may be others, so that a count of 0 does not mean that it covers none.")
    public List<WeaponSystem> coveredSystems;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "agreement_source",
            joinColumns = @JoinColumn(name = "agreement"),
            inverseJoinColumns = @JoinColumn(name = "source"))
    @Listed
    @AtMost(10)
    @Inverse(value = "agreements", description = "The agreements that it is a source for.")
    @Description("The sources of this information.")
    public List<Source> sources;
}
