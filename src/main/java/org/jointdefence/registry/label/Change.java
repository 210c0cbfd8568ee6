package org.jointdefence.registry.label;

import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.hibernate.Length;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.SeveralLabels;
import org.jointdefence.registry.mapping.value.JsonObject;
import org.jspecify.annotations.Nullable;

/** A change of a record, of one of its parts or of one of its links. */
@Table(schema = "registry", name = "change")
@NaturalOrder(value = "at", descending = true)
@SeveralLabels
@Description("A change of a record, of one of its parts or of one of its links. It exists for callers who may read what"
        + " changed, under its labels of then and of now.")
public class Change {
    @Id
    public UUID id;

    @Description("The time of the change.")
    public Instant at;

    @Enumerated(EnumType.STRING)
    @Description("What was done.")
    public ChangeOperation operation;

    @Column(length = Length.LONG)
    @Description("The type of what changed: of the record itself or of one of its parts, or the name of a link, such as"
            + " PartnerFirmSource.")
    public String type;

    @Column(length = Length.LONG)
    @Description("The field that changed; null when all fields under the record's own label were given at once.")
    public @Nullable String field;

    @Description("The values before by field; null if there were none, or if the caller may not read their label.")
    public @Nullable JsonObject before;

    @Description("The values after by field; ids are global, and exact numbers are strings. Null if there are none.")
    public @Nullable JsonObject after;

    @ManyToOne
    @JoinColumn(name = "label")
    @Description("The label of the values after the change.")
    public ConfidentialityLabel label;

    @Column(length = Length.LONG)
    @Description("The reason that the writer gave.")
    public @Nullable String reason;

    @Enumerated(EnumType.STRING)
    @Description("The role in which the change was made.")
    public WriterRole role;

    @Column(length = Length.LONG)
    @Description(
            "The writer of a classified change: the subject of their token. Null for readers of another nation, and for public changes.")
    public @Nullable String author;
}
