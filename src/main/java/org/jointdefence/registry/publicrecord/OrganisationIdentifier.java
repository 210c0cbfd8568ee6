package org.jointdefence.registry.publicrecord;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.legalentity.Identifier;
import org.jointdefence.registry.mapping.NaturalOrder;

/** An identifier of an organisation in a public register. */
@Entity
@Table(
        schema = "registry",
        name = "organisation_identifier",
        uniqueConstraints = @UniqueConstraint(columnNames = {"label", "scheme", "value"}))
@NaturalOrder("scheme")
@Description("An identifier of an organisation in a public register.")
public class OrganisationIdentifier extends Identifier {
    @ManyToOne
    @JoinColumn(name = "organisation")
    @Description("The organisation.")
    public Organisation organisation;
}
