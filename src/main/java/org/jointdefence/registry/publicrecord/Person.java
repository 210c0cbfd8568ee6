package org.jointdefence.registry.publicrecord;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.WithdrawableRecord;
import org.jointdefence.registry.mapping.AtMost;
import org.jointdefence.registry.mapping.Inverse;
import org.jointdefence.registry.mapping.Listed;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.RootField;

/** A person who acts or speaks for the partnership. */
@Entity
@Table(schema = "registry", name = "person")
@NaturalOrder("name")
@RootField("persons")
@Description("A person who acts or speaks for the partnership.")
public class Person extends WithdrawableRecord {
    @Size(min = 1, max = 300)
    @Description("The name.")
    public String name;

    @AtMost(20)
    @OneToMany(mappedBy = "person")
    @Description("The posts that the person holds or has held.")
    public List<Post> posts;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "person_source",
            joinColumns = @JoinColumn(name = "person"),
            inverseJoinColumns = @JoinColumn(name = "source"))
    @Listed
    @AtMost(10)
    @Inverse(value = "persons", description = "The persons that it is a source for.")
    @Description("The sources of this information.")
    public List<Source> sources;
}
