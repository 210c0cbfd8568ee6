package org.jointdefence.registry.selection;

import jakarta.persistence.Embeddable;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

import static org.jointdefence.registry.selection.Entities.descriptionOf;
import static org.jointdefence.registry.selection.Entities.isNullable;
import static org.jointdefence.registry.selection.Entities.snakeCase;
import static org.jointdefence.registry.selection.Entities.target;

/**
 * Reads concepts from entity classes: their JPA annotations, their nullness and their descriptions.
 *
 * <p>It does not use Hibernate's metamodel, because the schema is built before Hibernate starts. Column names are the
 * snake_case of the path to the attribute, as the naming strategies in {@code application.properties} have it.
 */
final class ConceptReader {
    private final List<Class<?>> entities;
    private final Map<String, Concept> concepts = new LinkedHashMap<>();
    private final Set<Class<?>> enums = new LinkedHashSet<>();
    private final AssociationReader associations = new AssociationReader(this::concept);

    ConceptReader(List<Class<?>> entities) {
        this.entities = entities;
    }

    Map<String, Concept> read() {
        for (Class<?> entity : entities) {
            String name = entity.getSimpleName();
            concepts.put(
                    name,
                    new Concept(
                            name,
                            descriptionOf(entity),
                            Entities.view(entity),
                            Entities.keyColumn(entity),
                            entity.getAnnotation(Root.class),
                            entity.getAnnotation(NaturalOrder.class),
                            entity.isAnnotationPresent(Recorded.class)));
        }
        for (Class<?> entity : entities) {
            for (Field field : Entities.shown(entity)) {
                if (field.isAnnotationPresent(Withheld.class)) {
                    concept(entity).withheldBy(field.getName());
                }
                concept(entity)
                        .add(associations
                                .read(entity, field)
                                .map(Member.class::cast)
                                .orElseGet(() -> own(field)));
            }
        }
        // After all declared fields, so that the order of the classes does not move the inverse ones between them.
        for (Class<?> entity : entities) {
            for (Field field : Entities.shown(entity)) {
                Inverse inverse = field.getAnnotation(Inverse.class);
                if (inverse != null) {
                    concept(target(field)).add(associations.inverse(entity, field, inverse));
                }
            }
        }
        return concepts;
    }

    /** The enums met while reading. */
    Set<Class<?>> enums() {
        return enums;
    }

    /** A field that is kept in the entity's own row. */
    private Member own(Field field) {
        Class<?> type = field.getType();
        if (field.isAnnotationPresent(Digest.class)) {
            return new Member.Column(
                    field.getName(), descriptionOf(field), field.getName(), Scalar.VERSION, false, false, null, null);
        }
        if (type == LocalizedText.class) {
            return new Member.Localized(field.getName(), descriptionOf(field), snakeCase(field.getName()));
        }
        Classification classification =
                field.isAnnotationPresent(Classified.class) ? Classification.of(field.getName()) : null;
        return type.isAnnotationPresent(Embeddable.class) && Scalar.of(type) == null
                ? group(field, type, classification)
                : column(field, "", classification);
    }

    private Member.Group group(Field field, Class<?> type, @Nullable Classification classification) {
        String prefix = snakeCase(field.getName()) + "_";
        return new Member.Group(
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

    private Member.Column column(Field field, String prefix, @Nullable Classification classification) {
        boolean partOfGroup = !prefix.isEmpty();
        MeasuredIn currency = field.getAnnotation(MeasuredIn.class);
        return new Member.Column(
                field.getName(),
                descriptionOf(field),
                prefix + snakeCase(field.getName()),
                scalar(field),
                List.class.isAssignableFrom(field.getType()),
                isNullable(field) || (classification != null && !partOfGroup),
                classification,
                currency == null ? null : prefix + snakeCase(currency.value()),
                isLengthy(field));
    }

    private static boolean isLengthy(Field field) {
        jakarta.persistence.Column column = field.getAnnotation(jakarta.persistence.Column.class);
        return column != null && column.length() > Member.Column.LONGEST_TEXT;
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

    private Concept concept(Class<?> entity) {
        return Optional.ofNullable(concepts.get(entity.getSimpleName()))
                .orElseThrow(() -> new IllegalStateException(entity + " is not in the catalogue of concepts"));
    }
}
