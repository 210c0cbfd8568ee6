package org.jointdefence.registry.disclosure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.hibernate.Length;
import org.jointdefence.registry.clearance.ClearanceLevel;
import org.jointdefence.registry.mapping.AlwaysAudited;
import org.jointdefence.registry.mapping.AtMost;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.RootField;
import org.jspecify.annotations.Nullable;

/** A response that disclosed something classified, or a refused request; without the disclosed values. */
@Entity
@Table(schema = "registry", name = "disclosure")
@NaturalOrder(value = "at", descending = true)
@RootField("disclosures")
@AlwaysAudited
@Description("A response that disclosed something classified, or a refused request; without the disclosed values."
        + " Auditors see the disclosures to readers of their nation, and reading them is recorded, too.")
public class Disclosure {
    @Id
    @Description("The global id.")
    public UUID id;

    @Description("The time of recording, which is before the response was sent.")
    public Instant at;

    @Column(length = Length.LONG)
    @Description("The issuer of the reader's token.")
    public String issuer;

    @Column(length = Length.LONG)
    @Description("The reader: the subject of their token.")
    public String subject;

    @Description("The nation that cleared the reader, ISO 3166-1 alpha-2.")
    public String nation;

    @Enumerated(EnumType.STRING)
    @Description("The clearance that was used; null for an auditor without one.")
    public @Nullable ClearanceLevel level;

    @Description("The compartments that the reader held; need-to-know grants included, unless the request was refused"
            + " or asked for readLog.")
    public List<String> compartments;

    @Column(length = Length.LONG)
    @Description("The name of the operation.")
    public @Nullable String operationName;

    @Description("SHA-256 of the document that was executed, in hexadecimal digits.")
    public @Nullable String operationHash;

    @Description("The id of the request in errors and in the service's log.")
    public String requestId;

    @Description("The code of the error, when the request was refused; null when it was answered.")
    public @Nullable String refusal;

    @AtMost(500)
    @OneToMany(mappedBy = "disclosure")
    @Description("The items read, each once.")
    public List<DisclosedValue> values;
}
