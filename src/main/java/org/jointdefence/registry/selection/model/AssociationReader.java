package org.jointdefence.registry.selection.model;

import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.function.Function;
import org.jointdefence.registry.mapping.ChildView;
import org.jointdefence.registry.mapping.Classified;
import org.jointdefence.registry.mapping.Codes;
import org.jointdefence.registry.mapping.Inverse;
import org.jointdefence.registry.mapping.Listed;
import org.jointdefence.registry.selection.model.Attribute.Association;
import org.jointdefence.registry.selection.model.Attribute.Path;

import static org.jointdefence.registry.selection.model.Attribute.Association.Shape.CONNECTION;
import static org.jointdefence.registry.selection.model.Attribute.Association.Shape.LIST;
import static org.jointdefence.registry.selection.model.Attribute.Association.Shape.ONE;
import static org.jointdefence.registry.selection.model.Entities.descriptionOf;
import static org.jointdefence.registry.selection.model.Entities.isNullable;
import static org.jointdefence.registry.selection.model.Entities.keyColumn;
import static org.jointdefence.registry.selection.model.Entities.keyType;
import static org.jointdefence.registry.selection.model.Entities.referenceColumn;
import static org.jointdefence.registry.selection.model.Entities.snakeCase;
import static org.jointdefence.registry.selection.model.Entities.target;

/** Reads the associations of an entity. */
final class AssociationReader {
    /** Replaces the child view of an entity type without classified fields. */
    private static final String NO_ROWS =
            "(SELECT NULL::uuid AS record, NULL::text AS field, NULL::integer AS label, NULL::integer AS label_now"
                    + " WHERE false)";

    /** The field with the records that are the same under other labels. */
    static final String CONFLICTS = "conflicts";

    private final Tense tense;
    private final Function<Class<?>, EntityType> entityTypes;

    AssociationReader(Tense tense, Function<Class<?>, EntityType> entityTypes) {
        this.tense = tense;
        this.entityTypes = entityTypes;
    }

    /** The association of an entity's field; empty if the field is no association. */
    Optional<Association> read(Class<?> entity, Field field) {
        if (field.isAnnotationPresent(JoinTable.class)) {
            return Optional.of(link(entity, field));
        }
        if (field.isAnnotationPresent(ManyToOne.class)) {
            return Optional.of(reference(field));
        }
        if (field.isAnnotationPresent(OneToMany.class)) {
            return Optional.of(children(entity, field));
        }
        if (field.isAnnotationPresent(Codes.class)) {
            return Optional.of(codes(field));
        }
        return field.isAnnotationPresent(ChildView.class) ? Optional.of(childView(entity, field)) : Optional.empty();
    }

    /**
     * The records that are the same but for their label; none for an entity that declares no uniqueness. Whoever entered one
     * could not see the other.
     */
    Optional<Association> conflicts(Class<?> entity) {
        Table table = entity.getAnnotation(Table.class);
        if (table.uniqueConstraints().length == 0) {
            return Optional.empty();
        }
        return Optional.of(new Association(
                CONFLICTS,
                "The records that are the same under other labels: whoever entered one could not see the other.",
                keyColumn(entity),
                keyType(entity),
                false,
                // They follow from the records, and nobody writes them.
                new Path.ByLink(
                        tense.link(table.name() + "_conflict"),
                        table.name(),
                        "conflicting",
                        keyColumn(entity),
                        false,
                        true),
                entityTypes.apply(entity),
                tense.view(entity),
                LIST,
                false));
    }

    /** The inverse of an association that is a link, or of a reference that continues through another reference. */
    Association inverse(Class<?> entity, Field field, Inverse inverse) {
        JoinTable link = field.getAnnotation(JoinTable.class);
        if (link != null) {
            return inverse(
                    field,
                    inverse,
                    link.name(),
                    link.inverseJoinColumns()[0].name(),
                    link.joinColumns()[0].name(),
                    entity,
                    false);
        }
        Field through = Entities.field(entity, inverse.through());
        return inverse(
                field,
                inverse,
                entity.getAnnotation(Table.class).name(),
                referenceColumn(field),
                referenceColumn(through),
                target(through),
                true);
    }

    private Association inverse(
            Field field, Inverse inverse, String link, String from, String to, Class<?> found, boolean repeated) {
        Class<?> owner = target(field);
        return new Association(
                inverse.value(),
                inverse.description(),
                keyColumn(owner),
                keyType(owner),
                false,
                new Path.ByLink(tense.link(link), from, to, keyColumn(found), inverse.single(), repeated),
                entityTypes.apply(found),
                tense.view(found),
                inverse.single() ? ONE : inverse.listed() ? LIST : CONNECTION,
                inverse.single());
    }

    private Association link(Class<?> entity, Field field) {
        JoinTable link = field.getAnnotation(JoinTable.class);
        boolean single = field.isAnnotationPresent(ManyToOne.class);
        Path path = new Path.ByLink(
                tense.link(link.name()),
                link.joinColumns()[0].name(),
                link.inverseJoinColumns()[0].name(),
                keyColumn(target(field)),
                single,
                false);
        Association.Shape shape = single ? ONE : field.isAnnotationPresent(Listed.class) ? LIST : CONNECTION;
        return association(field, keyColumn(entity), keyType(entity), path, shape);
    }

    private Association reference(Field field) {
        Class<?> target = target(field);
        return association(field, referenceColumn(field), keyType(target), new Path.ByColumn(keyColumn(target)), ONE);
    }

    private Association children(Class<?> entity, Field field) {
        Field back = Entities.field(
                target(field), field.getAnnotation(OneToMany.class).mappedBy());
        Path path = new Path.ByColumn(referenceColumn(back));
        return association(field, keyColumn(entity), keyType(entity), path, LIST);
    }

    private Association association(
            Field field, String parentColumn, String keyType, Path path, Association.Shape shape) {
        Class<?> target = target(field);
        return new Association(
                field.getName(),
                descriptionOf(field),
                parentColumn,
                keyType,
                false,
                path,
                entityTypes.apply(target),
                tense.view(target),
                shape,
                isNullable(field));
    }

    private Association codes(Field field) {
        Class<?> target = field.getAnnotation(Codes.class).value();
        return new Association(
                field.getName(),
                descriptionOf(field),
                snakeCase(field.getName()),
                keyType(target),
                true,
                new Path.ByColumn(keyColumn(target)),
                entityTypes.apply(target),
                tense.view(target),
                LIST,
                false);
    }

    private Association childView(Class<?> entity, Field field) {
        ChildView childView = field.getAnnotation(ChildView.class);
        boolean present = !childView.ofClassified()
                || Entities.fields(entity).stream().anyMatch(other -> other.isAnnotationPresent(Classified.class));
        return new Association(
                field.getName(),
                descriptionOf(field),
                keyColumn(entity),
                keyType(entity),
                false,
                new Path.ByColumn(childView.key()),
                entityTypes.apply(target(field)),
                present ? tense.child(entity, childView.view()) : NO_ROWS,
                childView.paged() ? CONNECTION : LIST,
                false);
    }
}
