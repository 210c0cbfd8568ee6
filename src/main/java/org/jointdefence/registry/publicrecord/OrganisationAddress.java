package org.jointdefence.registry.publicrecord;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.legalentity.Address;
import org.jointdefence.registry.mapping.NaturalOrder;

/** An address of an organisation. */
@Entity
@Table(schema = "registry", name = "organisation_address")
@NaturalOrder("kind")
@Description("An address of an organisation.")
public class OrganisationAddress extends Address {
    @ManyToOne
    @JoinColumn(name = "organisation")
    @Description("The organisation.")
    public Organisation organisation;
}
