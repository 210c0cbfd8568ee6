package org.jointdefence.registry.label;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.mapping.ChildView;
import org.jointdefence.registry.mapping.Digest;
import org.jointdefence.registry.mapping.Withheld;

/** A record with a label; it exists only for callers who may read the label. */
@MappedSuperclass
public abstract class RegistryRecord extends PanacheEntityBase {
    @Id
    @Description("The global id, the same for every caller.")
    public UUID id;

    @Transient
    @Digest
    @Description("The version of the record as this caller sees it; an update names the version it is based on.")
    public String version;

    @ManyToOne
    @JoinColumn(name = "label")
    @Description("The label of the record as a whole.")
    public ConfidentialityLabel label;

    @Withheld
    @Description("The names of the fields that the caller may not read.")
    public List<String> withheld;

    @Transient
    @ChildView(view = "portion", key = "record", ofClassified = true)
    @Description("The labels of the classified fields that the caller may read.")
    public List<Portion> portions;

    @Transient
    @ChildView(view = "change", key = "record", paged = true)
    @Description("The changes of the record, of its parts and of its links, as far as the caller may see them.")
    public List<Change> history;
}
