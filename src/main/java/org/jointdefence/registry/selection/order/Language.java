package org.jointdefence.registry.selection.order;

import graphql.schema.GraphQLEnumType;
import java.util.Locale;
import org.jointdefence.registry.mapping.value.LocalizedText;

/** The languages of a {@link LocalizedText}, and of collations for texts. */
public enum Language {
    EN,
    LT,
    UK;

    /** The suffix of this language's column after the text's name. */
    public String columnSuffix() {
        return "_" + name().toLowerCase(Locale.ROOT);
    }

    /** The PostgreSQL collation of this language. */
    String collation() {
        return "\"" + name().toLowerCase(Locale.ROOT) + "-x-icu\"";
    }

    /** The schema's enum, whose values are these. */
    public static GraphQLEnumType type() {
        return GraphQLEnumType.newEnum()
                .name("Language")
                .description("A language, by its ISO 639-1 code.")
                .value("EN", EN, "English.")
                .value("LT", LT, "Lithuanian.")
                .value("UK", UK, "Ukrainian.")
                .build();
    }
}
