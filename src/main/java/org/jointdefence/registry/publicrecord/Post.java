package org.jointdefence.registry.publicrecord;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.RegistryRecord;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jspecify.annotations.Nullable;

/** A post that a person holds or has held. */
@Entity
@Table(schema = "registry", name = "post")
@NaturalOrder("validFrom")
@Description("A post that a person holds or has held.")
public class Post extends RegistryRecord {
    @ManyToOne
    @JoinColumn(name = "person")
    @Description("The person.")
    public Person person;

    @ManyToOne
    @JoinColumn(name = "organisation")
    @Description("The organisation that the post is in.")
    public Organisation organisation;

    @Size(min = 1, max = 300)
    @Description("The title.")
    public String title;

    @Description("The first day in the post, as far as known.")
    public @Nullable LocalDate validFrom;

    @Description("The last day in the post; null while it goes on, or when not known.")
    public @Nullable LocalDate validTo;
}
