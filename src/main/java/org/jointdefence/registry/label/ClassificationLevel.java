package org.jointdefence.registry.label;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.mapping.AtMost;
import org.jointdefence.registry.mapping.RootField;
import org.jointdefence.registry.mapping.value.LocalizedText;

/** A level of a classification policy. */
@Entity
@Table(schema = "registry", name = "classification_level")
@AtMost(25)
@RootField(value = "classificationLevels", listed = true)
@Description("A level of a classification policy.")
public class ClassificationLevel {
    @Id
    @Description("The code, unique among all policies.")
    public String code;

    @Description("The policy: PUBLIC, NATO, EU, LT or UA.")
    public String policy;

    @Description("The rank within the policy: 0 for public, 1 to 4 for classified.")
    public int rank;

    @Embedded
    @Description("The name.")
    public LocalizedText name;

    @AtMost(10)
    @OneToMany(mappedBy = "level")
    @Description("How nations handle information at this level.")
    public List<LevelEquivalence> equivalents;
}
