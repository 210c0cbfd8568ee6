package org.jointdefence.registry.label;

import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.eclipse.microprofile.graphql.Description;

/** A classified field of a record and its label. */
@Table(schema = "registry", name = "portion")
@Description("A classified field of a record and its label.")
public class Portion {
    @Id
    @Description("The name of the field.")
    public String field;

    @ManyToOne
    @JoinColumn(name = "label")
    @Description("The label of the field.")
    public ConfidentialityLabel label;
}
