package org.jointdefence.registry.publicrecord;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.Table;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.Country;
import org.jointdefence.registry.label.WithdrawableRecord;
import org.jointdefence.registry.mapping.AtMost;
import org.jointdefence.registry.mapping.Inverse;
import org.jointdefence.registry.mapping.Listed;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.RootField;
import org.jspecify.annotations.Nullable;

/** A source of public facts. */
@Entity
@Table(schema = "registry", name = "source")
@NaturalOrder("title")
@RootField("sources")
@Description("A source of public facts.")
public class Source extends WithdrawableRecord {
    @Size(min = 1, max = 300)
    @Description("The title, or a description where there is none.")
    public String title;

    @Size(min = 1, max = 300)
    @Description("The publisher.")
    public String publisher;

    @Description("The day of publication, as far as known.")
    public @Nullable LocalDate publishedOn;

    @Enumerated(EnumType.STRING)
    @Description("What kind of source it is.")
    public SourceKind kind;

    @Size(min = 1, max = 300)
    @Description("Its address.")
    public @Nullable String url;

    @ManyToMany
    @JoinTable(
            schema = "registry",
            name = "country_source",
            joinColumns = @JoinColumn(name = "source"),
            inverseJoinColumns = @JoinColumn(name = "country"))
    @Listed
    @AtMost(10)
    @Inverse(value = "sources", description = "The sources of facts about it.", listed = true, atMost = 20)
    @Description("The countries that it is a source for.")
    public List<Country> countries;
}
