package org.jointdefence.registry.selection.schema;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.selection.model.Scalar;
import org.jointdefence.registry.selection.model.SchemaModel;
import org.jointdefence.registry.selection.order.SortKeys;
import org.jointdefence.registry.selection.statement.PagingConfig;
import org.jspecify.annotations.Nullable;

import static graphql.schema.GraphQLArgument.newArgument;
import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLInterfaceType.newInterface;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLObjectType.newObject;
import static graphql.schema.GraphQLTypeReference.typeRef;

/** Creates the object types of the schema: the entity types, their connections and their edges. */
final class ObjectTypes {
    /**
     * The default, because the schema is built before the configuration is known: in a native image, on another
     * machine.
     */
    private static final String LARGEST_PAGE =
            PagingConfig.MAXIMUM_PAGE_SIZE + " at most, unless the server is configured otherwise.";

    private final Map<String, GraphQLType> types = new LinkedHashMap<>();

    static List<GraphQLType> of(SchemaModel model) {
        ObjectTypes types = new ObjectTypes();
        types.addShared();
        types.addLabelled(
                model.entityTypes().stream().filter(EntityType::isRecord).toList());
        model.entityTypes().forEach(types::add);
        return new ArrayList<>(types.types.values());
    }

    /** A field of the query type. */
    static GraphQLFieldDefinition rootField(String name, SchemaModel.QueryField field) {
        GraphQLFieldDefinition.Builder definition = newFieldDefinition().name(name);
        return switch (field) {
            case SchemaModel.QueryField.Page(EntityType entityType) ->
                connection(definition, entityType)
                        .description("The records of " + entityType.name() + " that the caller may see.")
                        .argument(asOf())
                        .build();
            case SchemaModel.QueryField.One(EntityType entityType) ->
                definition
                        .description("One record of " + entityType.name() + "; null when it is absent or hidden.")
                        .argument(newArgument()
                                .name("id")
                                .type(nonNull(typeRef("ID")))
                                .description("The record's global id."))
                        .argument(asOf())
                        .type(typeRef(entityType.name()))
                        .build();
            case SchemaModel.QueryField.All(EntityType entityType) ->
                definition
                        .description("The complete list of " + entityType.name() + ".")
                        .type(listOf(entityType.name()))
                        .build();
            // Relay's compiler accepts no other argument than the id.
            case SchemaModel.QueryField.AnyNode() ->
                definition
                        .description("The record with this global id, of any type; null when absent or hidden.")
                        .argument(newArgument()
                                .name("id")
                                .type(nonNull(typeRef("ID")))
                                .description("The record's global id."))
                        .type(typeRef("Node"))
                        .build();
        };
    }

    private static GraphQLArgument asOf() {
        return newArgument()
                .name("asOf")
                .description(
                        "Show everything as it stood at this instant, as far as the caller may read it under the labels of"
                                + " then and of now; the present if not given.")
                .type(typeRef("DateTime"))
                .build();
    }

    private void addShared() {
        GraphQLInterfaceType node = newInterface()
                .name("Node")
                .description("An object with a global id.")
                .field(required("id", "The global id, the same for every caller.", "ID"))
                .build();
        GraphQLObjectType count = newObject()
                .name("Count")
                .description("How many records have a value.")
                .field(newFieldDefinition()
                        .name("key")
                        .description("The value; null for records where it is absent or withheld.")
                        .type(typeRef("String")))
                .field(required("count", "The number of records.", "Int"))
                .build();
        GraphQLObjectType pageInfo = newObject()
                .name("PageInfo")
                .description(
                        "The position of a page in its connection, as in the Relay cursor connections specification.")
                .field(required("hasNextPage", "Whether records follow this page.", "Boolean"))
                .field(required("hasPreviousPage", "Whether records precede this page.", "Boolean"))
                .field(optional("startCursor", "The cursor of the page's first record.", "String"))
                .field(optional("endCursor", "The cursor of the page's last record.", "String"))
                .build();
        List.of(node, count, pageInfo).forEach(type -> types.put(type.getName(), type));
    }

    /** The interface of all records: the fields they share, except id and version. */
    private void addLabelled(List<EntityType> records) {
        GraphQLInterfaceType.Builder labelled =
                newInterface().name("Labelled").description("A record with a confidentiality label.");
        records.stream()
                .limit(1)
                .flatMap(record -> record.members().stream())
                .filter(member -> !(member instanceof Attribute.Column column && isOfIdentity(column)))
                .filter(member -> records.stream().allMatch(record -> isShownAs(member, record.member(member.name()))))
                .map(this::field)
                .forEach(labelled::field);
        types.put("Labelled", labelled.build());
    }

    /** Whether two attributes have the same form in the schema, wherever their values come from. */
    private static boolean isShownAs(Attribute one, @Nullable Attribute other) {
        if (one instanceof Attribute.Association here && other instanceof Attribute.Association there) {
            return here.description().equals(there.description())
                    && here.target().equals(there.target())
                    && here.shape() == there.shape();
        }
        return one.equals(other);
    }

    private static boolean isOfIdentity(Attribute.Column column) {
        return column.scalar().equals(Scalar.ID) || column.scalar().equals(Scalar.VERSION);
    }

    private void add(EntityType entityType) {
        GraphQLObjectType.Builder type = newObject().name(entityType.name()).description(entityType.description());
        if (entityType.isNode()) {
            type.withInterface(typeRef("Node"));
        }
        if (entityType.isRecord()) {
            type.withInterface(typeRef("Labelled"));
        }
        entityType.members().forEach(member -> type.field(field(member)));
        types.put(entityType.name(), type.build());
        if (entityType.isConnected()) {
            types.put(entityType.name() + "Edge", edge(entityType));
            types.put(entityType.name() + "Connection", connection(entityType));
        }
    }

    private GraphQLFieldDefinition field(Attribute member) {
        GraphQLFieldDefinition.Builder field =
                newFieldDefinition().name(member.name()).description(member.description());
        return switch (member) {
            case Attribute.Column column -> column(field, column);
            case Attribute.Group group -> {
                types.computeIfAbsent(group.type(), name -> group(group));
                yield field.description(group.description() + suffix(group.classified()))
                        .type(group.nullable() ? typeRef(group.type()) : nonNull(typeRef(group.type())))
                        .build();
            }
            case Attribute.Localized localized ->
                field.argument(newArgument()
                                .name("language")
                                .description("The language of the text.")
                                .type(typeRef("Language"))
                                .defaultValueProgrammatic("EN"))
                        .type(nonNull(typeRef("String")))
                        .build();
            case Attribute.NextStatuses next -> field.type(listOf(next.type())).build();
            case Attribute.Association association ->
                switch (association.shape()) {
                    case ONE ->
                        field.type(
                                        association.nullable()
                                                ? typeRef(association.target().name())
                                                : nonNull(typeRef(
                                                        association.target().name())))
                                .build();
                    case LIST -> field.type(listOf(association.target().name())).build();
                    case CONNECTION -> connection(field, association.target()).build();
                };
        };
    }

    private static GraphQLFieldDefinition column(GraphQLFieldDefinition.Builder field, Attribute.Column column) {
        GraphQLOutputType type = typeRef(column.scalar().type());
        GraphQLOutputType shown = column.list() ? list(nonNull(type)) : type;
        return field.description(column.description() + suffix(column.classified()))
                .type(column.nullable() ? shown : nonNull(shown))
                .build();
    }

    private static GraphQLObjectType group(Attribute.Group group) {
        GraphQLObjectType.Builder type = newObject().name(group.type()).description(group.typeDescription());
        for (Attribute.Column column : group.columns()) {
            GraphQLOutputType shown = typeRef(column.scalar().type());
            type.field(newFieldDefinition()
                    .name(column.name())
                    .description(column.description())
                    .type(column.nullable() ? shown : nonNull(shown)));
        }
        return type.build();
    }

    private static String naturalOrder(EntityType entityType) {
        return entityType
                .natural()
                .map(order -> "by `" + order.column().name() + "`" + (order.descending() ? ", the latest first" : ""))
                .orElse("by id");
    }

    private static GraphQLFieldDefinition.Builder connection(GraphQLFieldDefinition.Builder field, EntityType target) {
        return field.argument(newArgument()
                        .name("where")
                        .description("The conditions that the records must meet, all of them.")
                        .type(typeRef(target.name() + "Filter")))
                .argument(newArgument()
                        .name("orderBy")
                        .description("The order, most significant first; nulls come last and the id decides between"
                                + " equals. Without it: "
                                + naturalOrder(target) + ".")
                        .type(list(nonNull(typeRef(target.name() + "Order")))))
                .argument(newArgument()
                        .name("first")
                        .description("The size of a page from the start or after a cursor: "
                                + PagingConfig.DEFAULT_PAGE_SIZE + " if not given, " + LARGEST_PAGE)
                        .type(typeRef("Int")))
                .argument(newArgument()
                        .name("after")
                        .description("The cursor that the page comes after.")
                        .type(typeRef("String")))
                .argument(newArgument()
                        .name("last")
                        .description("The size of a page at the end or before a cursor: " + LARGEST_PAGE)
                        .type(typeRef("Int")))
                .argument(newArgument()
                        .name("before")
                        .description("The cursor that the page comes before.")
                        .type(typeRef("String")))
                .type(nonNull(typeRef(target.name() + "Connection")));
    }

    private static GraphQLObjectType edge(EntityType entityType) {
        return newObject()
                .name(entityType.name() + "Edge")
                .description("A record of " + entityType.name() + " in a connection, with its cursor.")
                .field(required(
                        "cursor", "The cursor of the record; valid for this caller and this order only.", "String"))
                .field(required("node", "The record.", entityType.name()))
                .build();
    }

    private static GraphQLObjectType connection(EntityType entityType) {
        GraphQLObjectType.Builder type = newObject()
                .name(entityType.name() + "Connection")
                .description("A page of records of " + entityType.name() + ", with figures for all pages.")
                .field(newFieldDefinition()
                        .name("edges")
                        .description("The page's records with their cursors.")
                        .type(listOf(entityType.name() + "Edge")))
                .field(newFieldDefinition()
                        .name("nodes")
                        .description("The page's records.")
                        .type(listOf(entityType.name())))
                .field(required("pageInfo", "The position of the page.", "PageInfo"))
                .field(required("totalCount", "The number of records on all pages.", "Int"));
        if (!SortKeys.countable(entityType).isEmpty()) {
            type.field(newFieldDefinition()
                    .name("countBy")
                    .description("The number of records on all pages by a field's value, the most frequent first.")
                    .argument(newArgument()
                            .name("field")
                            .description("The field to count by.")
                            .type(nonNull(typeRef(entityType.name() + "CountField"))))
                    .type(listOf("Count")));
        }
        Map<String, Attribute.Group> money = SortKeys.money(entityType);
        if (!money.isEmpty()) {
            type.field(newFieldDefinition()
                    .name("totals")
                    .description("The sums of the records on all pages, one for each currency.")
                    .argument(newArgument()
                            .name("field")
                            .description("The field to add up.")
                            .type(typeRef(entityType.name() + "TotalField"))
                            .defaultValueProgrammatic(money.keySet().iterator().next()))
                    .type(listOf(money.values().iterator().next().type())));
        }
        return type.build();
    }

    private static GraphQLOutputType listOf(String type) {
        return nonNull(list(nonNull(typeRef(type))));
    }

    private static GraphQLFieldDefinition required(String name, String description, String type) {
        return newFieldDefinition()
                .name(name)
                .description(description)
                .type(nonNull(typeRef(type)))
                .build();
    }

    private static GraphQLFieldDefinition optional(String name, String description, String type) {
        return newFieldDefinition()
                .name(name)
                .description(description)
                .type(typeRef(type))
                .build();
    }

    private static String suffix(boolean classified) {
        return classified ? " Classified: null, and named in `withheld`, for callers who may not read its label." : "";
    }
}
