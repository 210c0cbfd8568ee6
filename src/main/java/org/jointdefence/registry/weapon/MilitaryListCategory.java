package org.jointdefence.registry.weapon;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.mapping.AtMost;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.RootField;
import org.jointdefence.registry.mapping.value.LocalizedText;

/** A category of the Common Military List of the European Union. */
@Entity
@Table(schema = "registry", name = "military_list_category")
@AtMost(22)
@NaturalOrder("number")
@RootField(value = "militaryListCategories", listed = true)
@Description("A category of the Common Military List of the European Union.")
public class MilitaryListCategory {
    @Id
    @Description("The code in the list: ML1 to ML22.")
    public String code;

    @Description("The number in the list.")
    public int number;

    @Embedded
    @Description("A short title, not the list's own.")
    public LocalizedText title;
}
