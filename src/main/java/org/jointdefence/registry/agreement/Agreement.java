package org.jointdefence.registry.agreement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.Country;
import org.jointdefence.registry.label.RegistryRecord;
import org.jointdefence.registry.partner.PartnerFirm;
import org.jointdefence.registry.publicrecord.Organisation;
import org.jointdefence.registry.publicrecord.Source;
import org.jointdefence.registry.selection.Classified;
import org.jointdefence.registry.selection.Codes;
import org.jointdefence.registry.selection.Inverse;
import org.jointdefence.registry.selection.Listed;
import org.jointdefence.registry.selection.Root;
import org.jointdefence.registry.weapon.WeaponSystem;
import org.jspecify.annotations.Nullable;

/** An agreement between the partners. */
@Entity
@Table(schema = "registry", name = "agreement")
@Root("agreements")
@Description("An agreement between the partners.")
public class Agreement extends RegistryRecord {
    @Description("The title.")
    public String title;

    @Enumerated(EnumType.STRING)
    @Description("What kind of agreement it is.")
    public AgreementType type;

    @Enumerated(EnumType.STRING)
    @Description("How far it has come (OCDS).")
    public AgreementStatus status;

    @Description("The day on which it was announced, as far as known.")
    public @Nullable LocalDate announcedOn;

    @Description("The day on which it was signed.")
    public @Nullable LocalDate signedOn;

    @Codes(Country.class)
    @Description("The countries in which it has weapons produced.")
    public List<String> productionCountries;

    @Classified
    @Description("The annex that is not published.")
    public @Nullable String annex;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "agreement_party",
            joinColumns = @JoinColumn(name = "agreement"),
            inverseJoinColumns = @JoinColumn(name = "organisation"))
    @Inverse(value = "agreements", description = "The agreements that it is a party to.")
    @Description("The organisations that are parties to it.")
    public List<Organisation> parties;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "agreement_firm",
            joinColumns = @JoinColumn(name = "agreement"),
            inverseJoinColumns = @JoinColumn(name = "partner_firm"))
    @Inverse(value = "agreements", description = "The agreements that it is a party to.")
    @Description("The firms that are parties to it.")
    public List<PartnerFirm> partnerFirms;

    @ManyToOne
    @JoinTable(
            schema = "registry",
            name = "agreement_announcer",
            joinColumns = @JoinColumn(name = "agreement"),
            inverseJoinColumns = @JoinColumn(name = "organisation"))
    @Description("The organisation that announced it.")
    public @Nullable Organisation announcedBy;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "agreement_system",
            joinColumns = @JoinColumn(name = "agreement"),
            inverseJoinColumns = @JoinColumn(name = "weapon_system"))
    @Inverse(value = "agreements", description = "The agreements that cover it.")
    @Description("The weapon systems that it covers.")
    public List<WeaponSystem> coveredSystems;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "agreement_source",
            joinColumns = @JoinColumn(name = "agreement"),
            inverseJoinColumns = @JoinColumn(name = "source"))
    @Listed
    @Inverse(value = "agreements", description = "The agreements that it is a source for.")
    @Description("Where this is known from.")
    public List<Source> sources;
}
