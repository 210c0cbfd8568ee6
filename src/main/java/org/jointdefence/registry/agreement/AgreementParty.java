package org.jointdefence.registry.agreement;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.Country;
import org.jointdefence.registry.label.RegistryRecord;
import org.jointdefence.registry.mapping.Inverse;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.partner.PartnerFirm;
import org.jointdefence.registry.publicrecord.Organisation;
import org.jspecify.annotations.Nullable;

/** A party to an agreement, in one of its roles: a country, an organisation or a firm. */
@Entity
@Table(schema = "registry", name = "agreement_party")
@NaturalOrder("role")
@Description(
        "A party to an agreement, in one of its roles: exactly one of `country`, `organisation` and `partnerFirm`.")
public class AgreementParty extends RegistryRecord {
    @ManyToOne
    @JoinColumn(name = "agreement")
    @Description("The agreement.")
    public Agreement agreement;

    @Enumerated(EnumType.STRING)
    @Description("The role of the party; a party with several roles appears once for each.")
    public AgreementPartyRole role;

    @ManyToOne
    @JoinColumn(name = "country")
    @Description("The party, if it is a country.")
    public @Nullable Country country;

    @ManyToOne
    @JoinColumn(name = "organisation")
    @Inverse(value = "agreements", through = "agreement", description = "The agreements that it is a party to.")
    @Description("The party, if it is an organisation.")
    public @Nullable Organisation organisation;

    @ManyToOne
    @JoinColumn(name = "partner_firm")
    @Inverse(value = "agreements", through = "agreement", description = "The agreements that it is a party to.")
    @Description("The party, if it is a firm.")
    public @Nullable PartnerFirm partnerFirm;
}
