package org.jointdefence.registry.selection;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

import static org.jointdefence.registry.selection.Member.Association.Shape.CONNECTION;
import static org.jointdefence.registry.selection.Member.Association.Shape.LIST;
import static org.jointdefence.registry.selection.Member.Association.Shape.ONE;

/**
 * Reads concepts from entity classes: their JPA annotations, their nullness and their descriptions.
 *
 * <p>It does not use Hibernate's metamodel, because the schema is built before Hibernate starts. Column names are the
 * snake_case of the path to the attribute, as the naming strategies in {@code application.properties} have it.
 */
final class ConceptReader {
    /** Stands for the companion view of a concept without classified fields. */
    private static final String NO_ROWS =
            "(SELECT NULL::uuid AS record, NULL::text AS field, NULL::integer AS label WHERE false)";

    private final List<Class<?>> entities;
    private final Map<String, Concept> concepts = new LinkedHashMap<>();
    private final Set<Class<?>> enums = new LinkedHashSet<>();

    ConceptReader(List<Class<?>> entities) {
        this.entities = entities;
    }

    Map<String, Concept> read() {
        for (Class<?> entity : entities) {
            Root root = entity.getAnnotation(Root.class);
            concepts.put(
                    entity.getSimpleName(),
                    new Concept(
                            entity.getSimpleName(),
                            descriptionOf(entity),
                            view(table(entity)),
                            snakeCase(identifier(entity).getName()),
                            root));
        }
        for (Class<?> entity : entities) {
            for (Field field : shown(entity)) {
                concept(entity).add(member(entity, field));
            }
        }
        // After all declared fields, so that the order of the classes does not move the inverse ones between them.
        for (Class<?> entity : entities) {
            for (Field field : shown(entity)) {
                Optional.ofNullable(field.getAnnotation(Inverse.class))
                        .ifPresent(inverse -> concept(target(field)).add(inverse(entity, field, inverse)));
            }
        }
        return concepts;
    }

    /** The enums met while reading. */
    Set<Class<?>> enums() {
        return enums;
    }

    private Member member(Class<?> entity, Field field) {
        if (field.isAnnotationPresent(ManyToOne.class) || field.isAnnotationPresent(ManyToMany.class)) {
            JoinTable link = field.getAnnotation(JoinTable.class);
            return link == null ? reference(field) : link(field, link);
        }
        if (field.isAnnotationPresent(OneToMany.class)) {
            return children(field);
        }
        if (field.isAnnotationPresent(Codes.class)) {
            return codes(field);
        }
        if (field.isAnnotationPresent(Companion.class)) {
            return companion(entity, field, field.getAnnotation(Companion.class));
        }
        if (field.isAnnotationPresent(Digest.class)) {
            return new Member.Column(
                    field.getName(), descriptionOf(field), field.getName(), Scalar.VERSION, false, false, false);
        }
        Class<?> type = field.getType();
        if (type == LocalizedText.class) {
            return new Member.Localized(field.getName(), descriptionOf(field), snakeCase(field.getName()));
        }
        boolean classified = field.isAnnotationPresent(Classified.class);
        if (type.isAnnotationPresent(Embeddable.class) && Scalar.of(type) == null) {
            return group(field, type, classified);
        }
        boolean list = List.class.isAssignableFrom(type);
        return new Member.Column(
                field.getName(),
                descriptionOf(field),
                snakeCase(field.getName()),
                scalar(entity, field.getName(), list ? target(field) : type),
                list,
                isNullable(field) || classified,
                classified);
    }

    private Member.Group group(Field field, Class<?> type, boolean classified) {
        List<Member.Column> columns = new ArrayList<>();
        for (Field component : fields(type)) {
            columns.add(new Member.Column(
                    component.getName(),
                    descriptionOf(component),
                    snakeCase(field.getName()) + "_" + snakeCase(component.getName()),
                    scalar(type, component.getName(), component.getType()),
                    false,
                    isNullable(component),
                    classified));
        }
        return new Member.Group(
                field.getName(),
                descriptionOf(field),
                type.getSimpleName(),
                descriptionOf(type),
                columns,
                isNullable(field) || classified,
                classified);
    }

    private Member.Association reference(Field field) {
        Class<?> target = field.getType();
        String column = columnOf(field);
        String key = snakeCase(identifier(target).getName());
        return new Member.Association(
                field.getName(),
                descriptionOf(field),
                column,
                keyType(target),
                false,
                new Member.Path.ByColumn(key),
                concept(target),
                concept(target).view(),
                ONE,
                isNullable(field));
    }

    private Member.Association link(Field field, JoinTable link) {
        boolean single = field.isAnnotationPresent(ManyToOne.class);
        Class<?> owner = field.getDeclaringClass();
        Class<?> target = single ? field.getType() : target(field);
        return new Member.Association(
                field.getName(),
                descriptionOf(field),
                snakeCase(identifier(owner).getName()),
                keyType(owner),
                false,
                new Member.Path.ByLink(
                        view(link.name()),
                        link.joinColumns()[0].name(),
                        link.inverseJoinColumns()[0].name(),
                        snakeCase(identifier(target).getName()),
                        single),
                concept(target),
                concept(target).view(),
                single ? ONE : field.isAnnotationPresent(Listed.class) ? LIST : CONNECTION,
                single);
    }

    private Member.Association inverse(Class<?> entity, Field field, Inverse inverse) {
        JoinTable link = Objects.requireNonNull(field.getAnnotation(JoinTable.class), field + " has no link to invert");
        return new Member.Association(
                inverse.value(),
                inverse.description(),
                snakeCase(identifier(target(field)).getName()),
                keyType(target(field)),
                false,
                new Member.Path.ByLink(
                        view(link.name()),
                        link.inverseJoinColumns()[0].name(),
                        link.joinColumns()[0].name(),
                        snakeCase(identifier(entity).getName()),
                        inverse.single()),
                concept(entity),
                concept(entity).view(),
                inverse.single() ? ONE : inverse.listed() ? LIST : CONNECTION,
                inverse.single());
    }

    private Member.Association children(Field field) {
        Class<?> target = target(field);
        Class<?> owner = field.getDeclaringClass();
        String mappedBy = field.getAnnotation(OneToMany.class).mappedBy();
        Field back = fields(target).stream()
                .filter(candidate -> candidate.getName().equals(mappedBy))
                .findAny()
                .orElseThrow(() -> new IllegalStateException(target + " has no field " + mappedBy));
        return new Member.Association(
                field.getName(),
                descriptionOf(field),
                snakeCase(identifier(owner).getName()),
                keyType(owner),
                false,
                new Member.Path.ByColumn(columnOf(back)),
                concept(target),
                concept(target).view(),
                LIST,
                false);
    }

    private Member.Association codes(Field field) {
        Class<?> target = field.getAnnotation(Codes.class).value();
        return new Member.Association(
                field.getName(),
                descriptionOf(field),
                snakeCase(field.getName()),
                keyType(target),
                true,
                new Member.Path.ByColumn(snakeCase(identifier(target).getName())),
                concept(target),
                concept(target).view(),
                LIST,
                false);
    }

    private Member.Association companion(Class<?> entity, Field field, Companion companion) {
        Concept target = concept(target(field));
        boolean present = fields(entity).stream().anyMatch(other -> other.isAnnotationPresent(Classified.class));
        String view = view(table(entity)) + "_" + companion.view();
        return new Member.Association(
                field.getName(),
                descriptionOf(field),
                "id",
                "uuid",
                false,
                new Member.Path.ByColumn(companion.key()),
                target,
                present ? view : NO_ROWS,
                LIST,
                false);
    }

    private Concept concept(Class<?> entity) {
        return Optional.ofNullable(concepts.get(entity.getSimpleName()))
                .orElseThrow(() -> new IllegalStateException(entity + " is not in the catalogue of concepts"));
    }

    private static List<Field> fields(Class<?> entity) {
        List<Field> fields = new ArrayList<>();
        Class<?> parent = entity.getSuperclass();
        if (parent != null && parent.isAnnotationPresent(MappedSuperclass.class)) {
            fields.addAll(fields(parent));
        }
        Arrays.stream(entity.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic())
                .forEach(fields::add);
        return fields;
    }

    private static List<Field> shown(Class<?> entity) {
        return fields(entity).stream()
                .filter(field -> field.isAnnotationPresent(Description.class))
                .toList();
    }

    private static Field identifier(Class<?> entity) {
        return fields(entity).stream()
                .filter(field -> field.isAnnotationPresent(Id.class))
                .findAny()
                .orElseThrow(() -> new IllegalStateException(entity + " shows no identifier"));
    }

    private String keyType(Class<?> entity) {
        return scalar(entity, "identifier", identifier(entity).getType()).sqlType();
    }

    private Scalar scalar(Class<?> owner, String name, Class<?> type) {
        if (type.isEnum()) {
            enums.add(type);
        }
        return Optional.ofNullable(Scalar.of(type))
                .orElseThrow(() -> new IllegalStateException(owner + "." + name + ": " + type + " is no scalar"));
    }

    private static Class<?> target(Field field) {
        return field.getGenericType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : field.getType();
    }

    private static String columnOf(Field field) {
        JoinColumn column = field.getAnnotation(JoinColumn.class);
        return column == null ? snakeCase(field.getName()) : column.name();
    }

    private static boolean isNullable(Field field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String table(Class<?> entity) {
        return entity.getAnnotation(Table.class).name();
    }

    private static String view(String name) {
        return "registry." + name;
    }

    private static String descriptionOf(java.lang.reflect.AnnotatedElement element) {
        return descriptionOf(element.getAnnotation(Description.class), element.toString());
    }

    private static String descriptionOf(@Nullable Description description, String where) {
        return Optional.ofNullable(description)
                .map(Description::value)
                .orElseThrow(() -> new IllegalStateException(where + " has no description"));
    }

    private static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
