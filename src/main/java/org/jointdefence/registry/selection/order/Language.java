package org.jointdefence.registry.selection.order;

import graphql.schema.GraphQLEnumType;
import java.util.Locale;
import org.jointdefence.registry.mapping.LocalizedText;

/** The languages of a {@link LocalizedText}, and those whose order texts can have. */
public enum Language {
    EN,
    LT,
    UK;

    /** What follows the text's name in the name of this language's column. */
    public String columnSuffix() {
        return "_" + name().toLowerCase(Locale.ROOT);
    }

    /** The collation of PostgreSQL that orders texts as this language does. */
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
