package org.jointdefence.registry.partner;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.legalentity.Identifier;
import org.jointdefence.registry.mapping.NaturalOrder;

/** An identifier of a firm in a public register. */
@Entity
@Table(
        schema = "registry",
        name = "firm_identifier",
        uniqueConstraints = @UniqueConstraint(columnNames = {"label", "scheme", "value"}))
@NaturalOrder("scheme")
@Description("An identifier of a firm in a public register.")
public class FirmIdentifier extends Identifier {
    @ManyToOne
    @JoinColumn(name = "partner_firm")
    @Description("The firm.")
    public PartnerFirm partnerFirm;
}
