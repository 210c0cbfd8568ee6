package org.jointdefence.registry.selection.schema;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.selection.model.Scalar;
import org.jointdefence.registry.selection.model.SchemaModel;
import org.jointdefence.registry.selection.order.Direction;
import org.jointdefence.registry.selection.order.SortKey;
import org.jointdefence.registry.selection.order.SortKeys;
import org.jspecify.annotations.Nullable;

import static graphql.schema.GraphQLEnumType.newEnum;
import static graphql.schema.GraphQLInputObjectField.newInputObjectField;
import static graphql.schema.GraphQLInputObjectType.newInputObject;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

/** Creates the input types of the entity types: filters, orders, and enums of the fields to count by and to sum. */
final class InputTypes {
    private final Map<String, GraphQLType> types = new LinkedHashMap<>();

    static List<GraphQLType> of(SchemaModel model) {
        InputTypes types = new InputTypes();
        types.types.put("Direction", Direction.type());
        model.entityTypes().forEach(types::add);
        return new ArrayList<>(types.types.values());
    }

    private void add(EntityType entityType) {
        String name = entityType.name();
        GraphQLInputObjectType.Builder filter = newInputObject()
                .name(name + "Filter")
                .description("Conditions on " + name + "; all given conditions must hold.")
                .field(field("and", "All of these hold.", list(nonNull(typeRef(name + "Filter")))))
                .field(field("or", "At least one of these holds.", list(nonNull(typeRef(name + "Filter")))))
                .field(field("not", "This does not hold.", typeRef(name + "Filter")));
        for (Attribute member : entityType.members()) {
            String type = filterType(member);
            if (type != null) {
                filter.field(field(member.name(), "Condition on `" + member.name() + "`.", typeRef(type)));
            }
        }
        types.put(name + "Filter", filter.build());
        if (entityType.isConnected()) {
            addOrder(entityType);
        }
    }

    private @Nullable String filterType(Attribute member) {
        return switch (member) {
            case Attribute.Column column -> column.list() ? listFilter(column.scalar()) : columnFilter(column.scalar());
            case Attribute.Group group -> {
                if (!types.containsKey(group.type() + "Filter")) {
                    types.put(group.type() + "Filter", groupFilter(group));
                }
                yield group.type() + "Filter";
            }
            case Attribute.Localized localized -> null;
            case Attribute.NextStatuses next -> null;
            case Attribute.Association association -> {
                if (association.isCode()) {
                    Scalar code = association.code().scalar();
                    yield association.keyIsArray() ? listFilter(code) : columnFilter(code);
                }
                String target = association.target().name();
                yield association.isSingle() ? target + "Filter" : name(associationFilter(target));
            }
        };
    }

    private static GraphQLInputObjectType associationFilter(String target) {
        return newInputObject()
                .name(target + "AssociationFilter")
                .description("Conditions on the associated " + target + ".")
                .field(field("some", "There is one that meets this.", typeRef(target + "Filter")))
                .field(field("none", "There is none that meets this.", typeRef(target + "Filter")))
                .build();
    }

    private GraphQLInputObjectType groupFilter(Attribute.Group group) {
        GraphQLInputObjectType.Builder filter =
                newInputObject().name(group.type() + "Filter").description("Conditions on " + group.type() + ".");
        for (Attribute.Column column : group.columns()) {
            String type = columnFilter(column.scalar());
            if (type != null) {
                filter.field(field(column.name(), "Condition on `" + column.name() + "`.", typeRef(type)));
            }
        }
        return filter.build();
    }

    private @Nullable String columnFilter(Scalar scalar) {
        return scalar.filtered() ? name(OperatorTypes.ofValue(scalar)) : null;
    }

    private String listFilter(Scalar scalar) {
        return name(OperatorTypes.ofList(scalar));
    }

    private String name(GraphQLInputObjectType type) {
        types.putIfAbsent(type.getName(), type);
        return type.getName();
    }

    private void addOrder(EntityType entityType) {
        String name = entityType.name();
        addEnum(
                name + "OrderField",
                "What " + name + " can be ordered by.",
                SortKeys.orderable(entityType),
                SortKey::description);
        addEnum(name + "CountField", "What " + name + " can be counted by.", SortKeys.countable(entityType));
        addEnum(name + "TotalField", "The sums of " + name + ".", SortKeys.money(entityType));
        types.put(
                name + "Order",
                newInputObject()
                        .name(name + "Order")
                        .description("A field to order " + name + " by.")
                        .field(field("field", "The field.", nonNull(typeRef(name + "OrderField"))))
                        .field(newInputObjectField()
                                .name("direction")
                                .description("Up or down; nulls come last in both.")
                                .type(typeRef("Direction"))
                                .defaultValueProgrammatic("ASC"))
                        .field(field(
                                "language",
                                "The language whose collation orders names and other texts in words; the"
                                        + " database's collation if not given.",
                                typeRef("Language")))
                        .build());
    }

    private void addEnum(String name, String description, Map<String, ? extends Attribute> values) {
        addEnum(name, description, values, Attribute::description);
    }

    private <T> void addEnum(String name, String description, Map<String, T> values, Function<T, String> descriptions) {
        if (!values.isEmpty()) {
            GraphQLEnumType.Builder type = newEnum().name(name).description(description);
            values.forEach((key, value) -> type.value(key, value, descriptions.apply(value)));
            types.put(name, type.build());
        }
    }

    private static GraphQLInputObjectField field(String name, String description, GraphQLInputType type) {
        return newInputObjectField()
                .name(name)
                .description(description)
                .type(type)
                .build();
    }
}
