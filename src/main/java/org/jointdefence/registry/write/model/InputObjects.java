package org.jointdefence.registry.write.model;

import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLType;
import java.util.Map;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.Constraints;
import org.jspecify.annotations.Nullable;

import static graphql.schema.GraphQLInputObjectField.newInputObjectField;
import static graphql.schema.GraphQLInputObjectType.newInputObject;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

/** Creates the types of inputs. */
final class InputObjects {

    private static final String LABEL = "LabelInput";
    private static final String LINK = "LinkInput";

    private final Map<String, GraphQLType> types;

    /** @param types receives the types, by name */
    InputObjects(Map<String, GraphQLType> types) {
        this.types = types;
        put(newInputObject()
                .name(LABEL)
                .description("A confidentiality label (STANAG 4774) of your nation, by its properties.")
                .field(input(
                        InputNames.CLASSIFICATION,
                        "The code of the level, such as \"LT_SLAPTAI\".",
                        nonNull(typeRef("String"))))
                .field(input(
                        InputNames.RELEASABLE_TO,
                        "The nations it may be released to, yours among them (ISO 3166-1 alpha-2); without any, yours only.",
                        list(nonNull(typeRef("String")))))
                .field(input(
                        InputNames.SPECIAL_HANDLING,
                        "The compartments; you must hold all of them.",
                        list(nonNull(typeRef("String")))))
                .build());
        put(newInputObject()
                .name(LINK)
                .description("A link to another record. It is a record of its own, with a label of its own.")
                .field(input(InputNames.ID, "The id of the other record.", nonNull(typeRef("ID"))))
                .field(input(InputNames.LABEL, "The label of the link; public if not given.", typeRef(LABEL)))
                .build());
    }

    /** Adds the input of a mutation, and the types that it needs. */
    void add(Mutation mutation) {
        put(
                switch (mutation) {
                    case Mutation.Create create -> createInput(create);
                    case Mutation.Update update -> updateInput(update);
                    case Mutation.Withdraw withdraw ->
                        identified(withdraw, "A record to withdraw, as it was entered in error.")
                                .field(input(
                                        InputNames.REASON,
                                        "Why it is withdrawn; everybody who sees the record is told.",
                                        nonNull(typeRef("String"))))
                                .build();
                    case Mutation.Restore restore ->
                        identified(restore, "A withdrawn record to restore.")
                                .field(reason())
                                .build();
                });
    }

    private GraphQLInputObjectType createInput(Mutation.Create mutation) {
        WritableType type = mutation.type();
        GraphQLInputObjectType.Builder input = newInputObject()
                .name(mutation.input())
                .description("A new record of " + type.entityType().name() + ".")
                .field(reason());
        addNew(type, input);
        return input.build();
    }

    /** The fields of a new record, which may be a part of another. */
    private void addNew(WritableType type, GraphQLInputObjectType.Builder input) {
        input.field(input(
                InputNames.LABEL,
                "The label of the record as a whole, which hides it from whoever cannot read the label; public if not given.",
                typeRef(LABEL)));
        for (InputField field : type.fields()) {
            GraphQLInputType shown = type(field);
            input.field(input(field.name(), described(field), isRequired(field) ? nonNull(shown) : shown));
        }
    }

    private static String described(InputField field) {
        return field instanceof InputField.Value value && value.group() == null
                ? described(field.description(), value.columns().getFirst())
                : field.description();
    }

    private static String described(Attribute.Column column) {
        return described(column.description(), column);
    }

    /** A description with what the constraints accept. */
    private static String described(String description, Attribute.Column column) {
        Constraints constraints = column.constraints();
        return constraints == null
                ? description
                : description + " Takes " + String.join(", ", constraints.accepted()) + ".";
    }

    private static boolean isRequired(InputField field) {
        return switch (field) {
            case InputField.Value value -> value.required();
            case InputField.Reference reference -> reference.required();
            case InputField.Parts parts -> false;
            case InputField.Links links -> false;
        };
    }

    private GraphQLInputObjectType updateInput(Mutation.Update mutation) {
        WritableType type = mutation.type();
        GraphQLInputObjectType.Builder input = identified(
                        mutation, "A change of a record of " + type.entityType().name() + ".")
                .field(reason());
        for (InputField field : type.fields()) {
            switch (field) {
                case InputField.Value value -> input.field(input(field.name(), described(field), type(field)));
                case InputField.Reference reference -> {
                    // It stays as it was when the record was created.
                }
                case InputField.Parts parts -> addParts(parts, input);
                case InputField.Links links -> addLinks(links, input);
            }
        }
        return input.build();
    }

    private void addParts(InputField.Parts parts, GraphQLInputObjectType.Builder input) {
        input.field(
                input(InputNames.added(parts), "Added to `" + parts.name() + "`; what is there stays.", type(parts)));
        if (parts.changeable()) {
            put(changeOfPart(parts));
            input.field(input(
                    InputNames.changed(parts),
                    "Changes of `" + parts.name() + "`.",
                    list(nonNull(typeRef(parts.changeType())))));
        }
        if (parts.removable()) {
            input.field(input(
                    InputNames.removed(parts),
                    "The ids of those that are removed from `" + parts.name() + "`.",
                    list(nonNull(typeRef("ID")))));
        }
    }

    private GraphQLInputObjectType changeOfPart(InputField.Parts parts) {
        GraphQLInputObjectType.Builder input = newInputObject()
                .name(parts.changeType())
                .description(
                        "A change of a record of " + parts.part().entityType().name() + ".")
                .field(input(InputNames.ID, "The record's id.", nonNull(typeRef("ID"))))
                .field(version());
        parts.part()
                .fields(InputField.Value.class)
                .forEach(field -> input.field(input(field.name(), described(field), type(field))));
        return input.build();
    }

    private void addLinks(InputField.Links links, GraphQLInputObjectType.Builder input) {
        input.field(input(
                InputNames.added(links),
                links.single()
                        ? "Sets `" + links.name() + "`; refused if it is set under the same label."
                        : "Added to `" + links.name() + "`; what is there stays.",
                type(links)));
        input.field(
                links.single()
                        ? input(
                                InputNames.removed(links),
                                "The id of the record in `" + links.name() + "`, to which the link is removed.",
                                typeRef("ID"))
                        : input(
                                InputNames.removed(links),
                                "The ids of the records in `" + links.name() + "`, to which the links are removed.",
                                list(nonNull(typeRef("ID")))));
    }

    private static GraphQLInputObjectType.Builder identified(Mutation mutation, String description) {
        return newInputObject()
                .name(mutation.input())
                .description(description)
                .field(input(InputNames.ID, "The record's id.", nonNull(typeRef("ID"))))
                .field(version());
    }

    private static GraphQLInputObjectField version() {
        return input(
                InputNames.VERSION,
                "The version that the change is based on; the change is refused if the record has another.",
                nonNull(typeRef("String")));
    }

    private static GraphQLInputObjectField reason() {
        return input(InputNames.REASON, "The reason, for the record of changes.", typeRef("String"));
    }

    private GraphQLInputType type(InputField field) {
        return switch (field) {
            case InputField.Value value -> value.classification() == null ? unlabelled(value) : classified(value);
            case InputField.Reference reference -> typeRef("ID");
            case InputField.Parts parts -> {
                if (!types.containsKey(parts.type())) {
                    GraphQLInputObjectType.Builder input = newInputObject()
                            .name(parts.type())
                            .description("A new record of "
                                    + parts.part().entityType().name() + ".");
                    addNew(parts.part(), input);
                    put(input.build());
                }
                yield list(nonNull(typeRef(parts.type())));
            }
            case InputField.Links links -> links.single() ? typeRef(LINK) : list(nonNull(typeRef(LINK)));
        };
    }

    private GraphQLInputType unlabelled(InputField.Value value) {
        if (value.group() == null) {
            Attribute.Column column = value.columns().getFirst();
            GraphQLInputType scalar = typeRef(column.scalar().type());
            return column.list() ? list(nonNull(scalar)) : scalar;
        }
        String name = value.group() + "Input";
        if (!types.containsKey(name)) {
            GraphQLInputObjectType.Builder input = newInputObject()
                    .name(name)
                    .description("A value of " + value.group() + "; it replaces the old one as a whole.");
            for (Attribute.Column column : value.columns()) {
                GraphQLInputType scalar = typeRef(column.scalar().type());
                input.field(input(column.name(), described(column), column.nullable() ? scalar : nonNull(scalar)));
            }
            put(input.build());
        }
        return typeRef(name);
    }

    private GraphQLInputType classified(InputField.Value value) {
        GraphQLInputType content = unlabelled(value);
        String name = "Classified" + name(value) + "Input";
        if (!types.containsKey(name)) {
            put(newInputObject()
                    .name(name)
                    .description("A classified value and its label, which travel together.")
                    .field(input(InputNames.VALUE, "The value; null clears it.", content))
                    .field(input(
                            InputNames.LABEL,
                            "The label, accepted only while the field has never had a value: at least its present one and"
                                    + " the one that your nation prescribes. Without it, the label stays.",
                            typeRef(LABEL)))
                    .build());
        }
        return typeRef(name);
    }

    private static String name(InputField.Value value) {
        @Nullable String group = value.group();
        return group != null
                ? group
                : value.columns().getFirst().scalar().type()
                        + (value.columns().getFirst().list() ? "List" : "");
    }

    private void put(GraphQLInputObjectType type) {
        types.put(type.getName(), type);
    }

    private static GraphQLInputObjectField input(String name, String description, GraphQLInputType type) {
        return newInputObjectField()
                .name(name)
                .description(description)
                .type(type)
                .build();
    }
}
