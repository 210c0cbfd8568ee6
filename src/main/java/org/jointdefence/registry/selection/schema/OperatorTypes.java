package org.jointdefence.registry.selection.schema;

import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import org.jointdefence.registry.selection.model.Day;
import org.jointdefence.registry.selection.model.Scalar;
import org.jointdefence.registry.selection.model.TextKind;

import static graphql.schema.GraphQLInputObjectField.newInputObjectField;
import static graphql.schema.GraphQLInputObjectType.newInputObject;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

/** Creates the input types with operators: conditions on one value, or on a list of values. */
final class OperatorTypes {
    private static final String FOLDED =
            "; case, the kind of apostrophe, dash and quotation mark, and the marks of Latin letters do not matter.";

    private OperatorTypes() {}

    static GraphQLInputObjectType ofValue(Scalar scalar) {
        GraphQLInputType value = typeRef(scalar.type());
        GraphQLInputObjectType.Builder filter = newInputObject()
                .name(scalar.filter() + "Filter")
                .description("Conditions on one " + name(scalar) + "; an absent or withheld one meets only `isNull`.")
                .field(field("eq", "It equals this.", value))
                .field(field("ne", "It is present and does not equal this.", value))
                .field(field("in", "It equals one of these.", list(nonNull(value))))
                .field(field("isNull", "Whether it is absent or withheld.", typeRef("Boolean")));
        if (scalar.ordered()) {
            filter.field(field("lt", "It is less than this.", value))
                    .field(field("lte", "It is this or less.", value))
                    .field(field("gt", "It is greater than this.", value))
                    .field(field("gte", "It is this or greater.", value));
        }
        if (scalar.equals(Scalar.DATE_TIME)) {
            filter.field(field("on", "It is on this day.", typeRef("Date")))
                    .field(field(
                            "zone",
                            "The time zone of the day in `on`, by its name in the IANA database: \"" + Day.ZONE
                                    + "\" if not given.",
                            typeRef("String")));
        }
        if (scalar.searched()) {
            addParts(filter, "It", value);
        }
        if (scalar.searched() && !(scalar.kind() instanceof TextKind.Identifier)) {
            filter.field(field(
                    "resembles",
                    "It contains the longest words of this name, up to three, in any order and without legal forms such as"
                            + " UAB or LLC" + FOLDED,
                    value));
        }
        return filter.build();
    }

    static GraphQLInputObjectType ofList(Scalar scalar) {
        GraphQLInputType value = typeRef(scalar.type());
        GraphQLInputObjectType.Builder filter = newInputObject()
                .name(scalar.filter() + "ListFilter")
                .description("Conditions on a list of " + name(scalar) + ".")
                .field(field("has", "This is in it.", value))
                .field(field("hasAny", "One of these is in it.", list(nonNull(value))))
                .field(field("isEmpty", "Whether it is empty.", typeRef("Boolean")));
        if (scalar.kind() instanceof TextKind.Searched) {
            addParts(filter, "One in it", value);
        }
        return filter.build();
    }

    private static void addParts(GraphQLInputObjectType.Builder filter, String subject, GraphQLInputType value) {
        filter.field(field("contains", subject + " contains this" + FOLDED, value))
                .field(field("startsWith", subject + " starts with this" + FOLDED, value));
    }

    private static String name(Scalar scalar) {
        return switch (scalar.kind()) {
            case TextKind.Coded coded -> coded.name() + ", " + coded.form();
            case TextKind.Identifier identifier -> "identifier, ignoring case, blanks, dots, dashes and slashes";
            case TextKind.Searched searched -> scalar.type();
            case null -> scalar.type();
        };
    }

    private static GraphQLInputObjectField field(String name, String description, GraphQLInputType type) {
        return newInputObjectField()
                .name(name)
                .description(description)
                .type(type)
                .build();
    }
}
