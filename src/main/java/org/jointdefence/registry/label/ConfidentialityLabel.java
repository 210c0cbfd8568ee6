package org.jointdefence.registry.label;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.mapping.AtMost;
import org.jointdefence.registry.mapping.Codes;
import org.jspecify.annotations.Nullable;

/** A confidentiality label (STANAG 4774), which decides who may read the information it covers. */
@Entity
@Table(schema = "registry", name = "confidentiality_label")
@Description("A confidentiality label (STANAG 4774), which decides who may read the information it covers.")
public class ConfidentialityLabel {
    @Id
    public int id;

    @Description("The policy that the classification belongs to.")
    public String policy;

    @ManyToOne
    @JoinColumn(name = "classification")
    @Description("The level; the lower one if a planned downgrade has fallen due.")
    public ClassificationLevel classification;

    @AtMost(40)
    @Codes(Country.class)
    @Description("The nations it may be released to; an empty list means the originator's nation only.")
    public List<String> releasableTo;

    @Description("The compartments; a reader must hold all of them.")
    public List<String> specialHandling;

    @ManyToOne
    @JoinColumn(name = "originator_nation")
    @Description("The nation that gave it; null for the public label.")
    public @Nullable Country originatorNation;

    @Embedded
    @Description("The planned downgrade; null if none is planned, or if it has fallen due.")
    public @Nullable Succession succession;

    @Description("The label as printed on documents.")
    public String marking;
}
