package org.jointdefence.registry.partner;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.legalentity.Address;
import org.jointdefence.registry.mapping.NaturalOrder;

/** An address of a firm. */
@Entity
@Table(schema = "registry", name = "firm_address")
@NaturalOrder("kind")
@Description("An address of a firm.")
public class FirmAddress extends Address {
    @ManyToOne
    @JoinColumn(name = "partner_firm")
    @Description("The firm.")
    public PartnerFirm partnerFirm;
}
