package org.jointdefence.registry.partner;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.legalentity.Name;
import org.jointdefence.registry.mapping.NaturalOrder;

/** A name of a firm, in a language and for a time. */
@Entity
@Table(schema = "registry", name = "firm_name")
@NaturalOrder("kind")
@Description("A name of a firm, in a language and for a time.")
public class FirmName extends Name {
    @ManyToOne
    @JoinColumn(name = "partner_firm")
    @Description("The firm.")
    public PartnerFirm partnerFirm;
}
