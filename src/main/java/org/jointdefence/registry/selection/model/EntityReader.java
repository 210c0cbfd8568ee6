package org.jointdefence.registry.selection.model;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jointdefence.registry.label.NextStatuses;
import org.jointdefence.registry.mapping.AlwaysAudited;
import org.jointdefence.registry.mapping.Classified;
import org.jointdefence.registry.mapping.Digest;
import org.jointdefence.registry.mapping.Inverse;
import org.jointdefence.registry.mapping.MeasuredIn;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.RootField;
import org.jointdefence.registry.mapping.SeveralLabels;
import org.jointdefence.registry.mapping.Withheld;
import org.jointdefence.registry.mapping.value.LocalizedText;
import org.jspecify.annotations.Nullable;

import static org.jointdefence.registry.selection.model.Entities.descriptionOf;
import static org.jointdefence.registry.selection.model.Entities.isNullable;
import static org.jointdefence.registry.selection.model.Entities.snakeCase;
import static org.jointdefence.registry.selection.model.Entities.target;

/**
 * Reads entity types from entity classes: JPA annotations, nullness and descriptions.
 *
 * <p>It does not use Hibernate's metamodel, because the schema is built before Hibernate starts. Column names are the
 * snake_case of the attribute's path, as in the naming strategies in {@code application.properties}.
 */
final class EntityReader {
    private final List<Class<?>> entities;
    private final Map<String, EntityType> entityTypes = new LinkedHashMap<>();
    private final Set<Class<?>> enums = new LinkedHashSet<>();
    private final Tense tense;
    private final AssociationReader associations;

    EntityReader(List<Class<?>> entities, Tense tense) {
        this.entities = entities;
        this.tense = tense;
        this.associations = new AssociationReader(tense, this::entityType);
    }

    Map<String, EntityType> read() {
        for (Class<?> entity : entities) {
            String name = entity.getSimpleName();
            entityTypes.put(
                    name,
                    new EntityType(
                            name,
                            descriptionOf(entity),
                            tense.view(entity),
                            Entities.keyColumn(entity),
                            entity.getAnnotation(RootField.class),
                            entity.getAnnotation(NaturalOrder.class),
                            entity.isAnnotationPresent(AlwaysAudited.class),
                            labels(entity)));
        }
        for (Class<?> entity : entities) {
            for (Field field : Entities.shown(entity)) {
                if (field.isAnnotationPresent(Withheld.class)) {
                    entityType(entity).withheldBy(field.getName());
                }
                entityType(entity)
                        .add(associations
                                .read(entity, field)
                                .map(Attribute.class::cast)
                                .orElseGet(() -> own(entity, field)));
            }
        }
        for (Class<?> entity : entities) {
            associations.conflicts(entity).ifPresent(entityType(entity)::add);
        }
        // Added after all declared fields, so that the order of the classes does not put inverse fields between them.
        for (Class<?> entity : entities) {
            for (Field field : Entities.shown(entity)) {
                Inverse inverse = field.getAnnotation(Inverse.class);
                if (inverse != null) {
                    entityType(target(field)).add(associations.inverse(entity, field, inverse));
                }
            }
        }
        entityTypes.values().stream()
                .flatMap(EntityType::associations)
                .filter(association -> association.shape() == Attribute.Association.Shape.CONNECTION)
                .forEach(association -> association.target().connected());
        return entityTypes;
    }

    private EntityType.Labels labels(Class<?> entity) {
        return entity.isAnnotationPresent(SeveralLabels.class)
                ? EntityType.Labels.OF_ROW
                : tense == Tense.PAST ? EntityType.Labels.THEN_AND_NOW : EntityType.Labels.BY_COLUMN;
    }

    /** The enums found so far. */
    Set<Class<?>> enums() {
        return enums;
    }

    /** An attribute stored in the entity's own row. */
    private Attribute own(Class<?> entity, Field field) {
        Class<?> type = field.getType();
        if (field.isAnnotationPresent(NextStatuses.class)) {
            return new Attribute.NextStatuses(
                    field.getName(),
                    descriptionOf(field),
                    target(field).getSimpleName(),
                    entity.getAnnotation(Table.class).name());
        }
        if (field.isAnnotationPresent(Digest.class)) {
            return new Attribute.Column(
                    field.getName(), descriptionOf(field), field.getName(), Scalar.VERSION, false, false, null, null);
        }
        if (type == LocalizedText.class) {
            return new Attribute.Localized(field.getName(), descriptionOf(field), snakeCase(field.getName()));
        }
        Classification classification =
                field.isAnnotationPresent(Classified.class) ? Classification.of(field.getName()) : null;
        return type.isAnnotationPresent(Embeddable.class) && Scalar.of(type) == null
                ? group(field, type, classification)
                : column(field, "", classification);
    }

    private Attribute.Group group(Field field, Class<?> type, @Nullable Classification classification) {
        String prefix = snakeCase(field.getName()) + "_";
        return new Attribute.Group(
                field.getName(),
                descriptionOf(field),
                type.getSimpleName(),
                descriptionOf(type),
                Entities.fields(type).stream()
                        .map(component -> column(component, prefix, classification))
                        .toList(),
                isNullable(field) || classification != null,
                classification);
    }

    private Attribute.Column column(Field field, String prefix, @Nullable Classification classification) {
        boolean partOfGroup = !prefix.isEmpty();
        MeasuredIn currency = field.getAnnotation(MeasuredIn.class);
        return new Attribute.Column(
                field.getName(),
                descriptionOf(field),
                prefix + snakeCase(field.getName()),
                scalar(field),
                List.class.isAssignableFrom(field.getType()),
                isNullable(field) || (classification != null && !partOfGroup),
                classification,
                currency == null ? null : prefix + snakeCase(currency.value()),
                isLengthy(field),
                Constraints.of(field));
    }

    /** By the constraint of a text that is written, and by the length of the column of one that the database makes. */
    private static boolean isLengthy(Field field) {
        Integer longest = Constraints.longest(field);
        jakarta.persistence.Column column = field.getAnnotation(jakarta.persistence.Column.class);
        return longest == null
                ? column != null && column.length() > Attribute.Column.LONGEST_TEXT
                : longest > Attribute.Column.LONGEST_TEXT;
    }

    private Scalar scalar(Field field) {
        Class<?> type = target(field);
        if (type.isEnum()) {
            enums.add(type);
        }
        return Optional.ofNullable(Scalar.of(type))
                .map(scalar -> scalar.annotated(field))
                .orElseThrow(() -> new IllegalStateException(field + " is neither an association nor a scalar"));
    }

    private EntityType entityType(Class<?> entity) {
        return Optional.ofNullable(entityTypes.get(entity.getSimpleName()))
                .orElseThrow(() -> new IllegalStateException(entity + " is not in the entity catalogue"));
    }
}
