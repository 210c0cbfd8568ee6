package org.jointdefence.registry.label;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jspecify.annotations.Nullable;

/** How a nation handles information at a level: at least as strictly as its own level of this rank. */
@Entity
@Table(schema = "registry", name = "level_equivalence")
@NaturalOrder("nation")
@Description("How a nation handles information at a level: at least as strictly as its own level of this rank.")
public class LevelEquivalence {
    @Id
    public int id;

    @ManyToOne
    @JoinColumn(name = "level")
    @Description("The level.")
    public ClassificationLevel level;

    @ManyToOne
    @JoinColumn(name = "nation")
    @Description("The nation that handles it.")
    public Country nation;

    @Description("The rank of the clearance that is required to read it, 1 to 4.")
    public int handlingRank;

    @Description("The agreement or law on which it is based.")
    public String legalBasis;

    @Description("The first day on which it applies.")
    public LocalDate validFrom;

    @Description("The first day on which it no longer applies; null while no end is known.")
    public @Nullable LocalDate validTo;

    @Description("Whether the legal basis could not be read and the rank is an assumption.")
    public boolean provisional;
}
