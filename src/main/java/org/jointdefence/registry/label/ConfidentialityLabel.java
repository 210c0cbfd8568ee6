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

/** A confidentiality label (STANAG 4774): who may read what it covers. */
@Entity
@Table(schema = "registry", name = "confidentiality_label")
@Description("A confidentiality label (STANAG 4774): who may read what it covers.")
public class ConfidentialityLabel {
    @Id
    public int id;

    @Description("The policy that the classification belongs to.")
    public String policy;

    @ManyToOne
    @JoinColumn(name = "classification")
    @Description("The level, after a planned downgrade that has fallen due.")
    public ClassificationLevel classification;

    @AtMost(40)
    @Codes(Country.class)
    @Description("The nations it may be released to; none means the nation of its originator only.")
    public List<String> releasableTo;

    @Description("The compartments a reader must hold, every one of them.")
    public List<String> specialHandling;

    @Embedded
    @Description("The downgrade that is planned; null when there is none, or none any more.")
    public @Nullable Succession succession;

    @Description("The label as it is printed on documents.")
    public String marking;
}
