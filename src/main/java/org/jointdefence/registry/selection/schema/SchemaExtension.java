package org.jointdefence.registry.selection.schema;

import graphql.schema.GraphQLCodeRegistry;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jointdefence.registry.selection.execution.Marking;
import org.jointdefence.registry.selection.execution.Results;
import org.jointdefence.registry.selection.model.SchemaModel;
import org.jointdefence.registry.selection.order.Language;

import static graphql.Scalars.GraphQLBoolean;
import static graphql.Scalars.GraphQLInt;
import static graphql.Scalars.GraphQLString;
import static graphql.schema.FieldCoordinates.coordinates;

/**
 * Adds the entity types and their root fields to the schema that SmallRye creates from the annotated classes.
 *
 * <p>SmallRye fires the event at static initialisation, which in a native image is at build time.
 */
@Singleton
class SchemaExtension {
    private static final String MUTATION = "Mutation";

    void extend(@Observes GraphQLSchema.Builder builder, SchemaModel model, MutationFields mutations) {
        GraphQLSchema annotated = builder.build();
        // SmallRye's order of fields follows the discovery of classes, which differs between builds.
        GraphQLObjectType.Builder query = GraphQLObjectType.newObject(annotated.getQueryType())
                .replaceFields(annotated.getQueryType().getFieldDefinitions().stream()
                        .sorted(Comparator.comparing(GraphQLFieldDefinition::getName))
                        .map(SemanticNonNull::field)
                        .toList());
        GraphQLCodeRegistry.Builder code = GraphQLCodeRegistry.newCodeRegistry(annotated.getCodeRegistry());
        model.rootFields().forEach((name, field) -> {
            query.field(SemanticNonNull.field(ObjectTypes.rootField(name, field)));
            code.dataFetcher(coordinates("Query", name), Results.FETCHER);
        });
        query.field(Marking.field());
        code.dataFetcher(coordinates("Query", Marking.NAME), Marking.FETCHER);
        // The execution strategy completes these fields without resolving types.
        code.typeResolver("Node", environment -> null).typeResolver("Labelled", environment -> null);
        GraphQLObjectType root = query.build();
        GraphQLObjectType mutation = mutation(annotated, mutations);
        mutations
                .fields()
                .forEach(field -> code.dataFetcher(coordinates(MUTATION, field.getName()), mutations.fetcher()));
        Set<GraphQLType> types = types(model, annotated);
        types.addAll(mutations.types());
        types.addAll(annotated.getAdditionalTypes());
        builder.query(root)
                .mutation(mutation)
                .additionalDirective(SemanticNonNull.definition())
                .clearAdditionalTypes()
                .additionalTypes(ReachableTypes.of(List.of(root, mutation), types))
                .codeRegistry(code.build());
    }

    private static GraphQLObjectType mutation(GraphQLSchema annotated, MutationFields mutations) {
        GraphQLObjectType.Builder mutation = annotated.getMutationType() == null
                ? GraphQLObjectType.newObject()
                        .name(MUTATION)
                        .description("Changes; all changes of one operation are made together, or none.")
                : GraphQLObjectType.newObject(annotated.getMutationType());
        mutations.fields().forEach(mutation::field);
        return mutation.build();
    }

    private static Set<GraphQLType> types(SchemaModel model, GraphQLSchema annotated) {
        Set<GraphQLType> types = new LinkedHashSet<>(Scalars.all());
        // SmallRye adds its own instances of those types that the annotated classes use.
        Stream.of(StrictId.scalar(), GraphQLString, GraphQLInt, GraphQLBoolean)
                .filter(scalar -> !annotated.containsType(scalar.getName()))
                .forEach(types::add);
        types.add(Language.type());
        Enumerations.of(model.enums()).stream()
                .filter(enumeration -> !annotated.containsType(enumeration.getName()))
                .forEach(types::add);
        types.addAll(ObjectTypes.of(model));
        types.addAll(InputTypes.of(model));
        return types;
    }
}
