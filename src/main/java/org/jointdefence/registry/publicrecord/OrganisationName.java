package org.jointdefence.registry.publicrecord;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.legalentity.Name;
import org.jointdefence.registry.mapping.NaturalOrder;

/** A name of an organisation, in a language and for a time. */
@Entity
@Table(schema = "registry", name = "organisation_name")
@NaturalOrder("kind")
@Description("A name of an organisation, in a language and for a time.")
public class OrganisationName extends Name {
    @ManyToOne
    @JoinColumn(name = "organisation")
    @Description("The organisation.")
    public Organisation organisation;
}
