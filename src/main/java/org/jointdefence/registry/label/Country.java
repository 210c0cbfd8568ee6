package org.jointdefence.registry.label;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.jointdefence.registry.mapping.AtMost;
import org.jointdefence.registry.mapping.Code;
import org.jointdefence.registry.mapping.Codes;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.RootField;
import org.jointdefence.registry.mapping.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** A country, by ISO 3166-1. */
@Entity
@Table(schema = "registry", name = "country")
@AtMost(249)
@NaturalOrder("name")
@RootField(value = "countries", listed = true)
@Description("A country, by ISO 3166-1.")
public class Country {
    @Id
    @Code(
            value = "CountryCode",
            pattern = "[A-Z]{2}",
            form = "two capital letters of ISO 3166-1 alpha-2, such as \"LT\"")
    @Description("The ISO 3166-1 alpha-2 code.")
    public String alpha2;

    @Code(
            value = "CountryAlpha3Code",
            pattern = "[A-Z]{3}",
            form = "three capital letters of ISO 3166-1 alpha-3, such as \"LTU\"")
    @Description("The ISO 3166-1 alpha-3 code, which markings use.")
    public String alpha3;

    @Code(
            value = "CountryNumericCode",
            pattern = "[0-9]{3}",
            form = "three digits of ISO 3166-1 numeric, such as \"440\"")
    @Description("The ISO 3166-1 numeric code.")
    public String numeric;

    @Description("The short name in English.")
    public String name;

    @Embedded
    @Description("The short name in a language.")
    public LocalizedText nameIn;

    @Description("Whether it is a member of NATO.")
    public boolean natoMember;

    @Description("Whether it is a member of the European Union.")
    public boolean euMember;

    @Description("Whether it is a partner in the joint defence industry.")
    public boolean partner;

    @Description("The region of the world.")
    public @Nullable String subregion;

    @AtMost(16)
    @Codes(Country.class)
    @Description("The neighbouring countries; recorded for partners only.")
    public List<String> borders;
}
