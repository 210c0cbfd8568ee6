package org.jointdefence.registry.publicrecord;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.WithdrawableRecord;
import org.jointdefence.registry.mapping.AtMost;
import org.jointdefence.registry.mapping.Inverse;
import org.jointdefence.registry.mapping.Listed;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.RootField;
import org.jspecify.annotations.Nullable;

/** A public statement of a person, summarised by the registry. */
@Entity
@Table(schema = "registry", name = "statement")
@NaturalOrder(value = "madeOn", descending = true)
@RootField("statements")
@Description("A public statement of a person, summarised by the registry.")
public class Statement extends WithdrawableRecord {
    @ManyToOne
    @JoinColumn(name = "speaker")
    @Description("The person who made it.")
    public Person speaker;

    @ManyToOne
    @JoinColumn(name = "post")
    @Description("The post in which the person made it.")
    public Post post;

    @Size(min = 1, max = 300)
    @Description("What it is about.")
    public String topic;

    @Size(min = 1, max = 20_000)
    @Description("What was said, summarised.")
    public String summary;

    @Description("The day on which it was made, as far as known.")
    public @Nullable LocalDate madeOn;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "statement_source",
            joinColumns = @JoinColumn(name = "statement"),
            inverseJoinColumns = @JoinColumn(name = "source"))
    @Listed
    @AtMost(10)
    @Inverse(value = "statements", description = "The statements that it is a source for.")
    @Description("The sources of this information.")
    public List<Source> sources;
}
