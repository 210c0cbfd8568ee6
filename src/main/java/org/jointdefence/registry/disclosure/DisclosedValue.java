package org.jointdefence.registry.disclosure;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.label.ClassificationLevel;
import org.jointdefence.registry.mapping.AlwaysAudited;
import org.jspecify.annotations.Nullable;

/** One item that a response disclosed: a field of a record, or the existence of the record. */
@Entity
@Table(schema = "registry", name = "disclosed_value")
@AlwaysAudited
@Description("One item that a response disclosed: a field of a record, or the existence of the record.")
public class DisclosedValue {
    @Id
    public String id;

    @ManyToOne
    @JoinColumn(name = "disclosure")
    @Description("The response that disclosed it.")
    public Disclosure disclosure;

    @Enumerated(EnumType.STRING)
    @Description("The purpose of the read.")
    public DisclosureUse use;

    @Description("The item read: a type and its field, such as WeaponSystem.designation, or the type alone; ReadLog for"
            + " the state of the log.")
    public String field;

    @Description("The global id of the record; null for a read of all records at once, as by a filter.")
    public @Nullable String record;

    @Description("The number of the label under which it was read; labels never change. Null for a read under all"
            + " labels at once.")
    public @Nullable Integer labelVersion;

    @ManyToOne
    @JoinColumn(name = "classification")
    @Description("The level of that label on the day of the reading.")
    public @Nullable ClassificationLevel classification;

    @Description("The marking of that label on the day of the reading.")
    public @Nullable String marking;
}
