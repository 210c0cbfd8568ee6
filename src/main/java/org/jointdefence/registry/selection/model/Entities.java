package org.jointdefence.registry.selection.model;

import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MappedSuperclass;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.jspecify.annotations.Nullable;

/** Reads single entity classes, fields and annotations; used only while the schema is built. */
public final class Entities {
    private Entities() {}

    /** The fields in the schema, those of the superclass first. */
    static List<Field> shown(Class<?> entity) {
        return fields(entity).stream()
                .filter(field -> field.isAnnotationPresent(Description.class))
                .toList();
    }

    static List<Field> fields(Class<?> entity) {
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

    static Field field(Class<?> entity, String name) {
        return fields(entity).stream()
                .filter(candidate -> candidate.getName().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalStateException(entity + " has no field " + name));
    }

    /** The column of the entity's identifier. */
    static String keyColumn(Class<?> entity) {
        return snakeCase(identifier(entity).getName());
    }

    /** The PostgreSQL type of the entity's identifier. */
    static String keyType(Class<?> entity) {
        return Optional.ofNullable(Scalar.of(identifier(entity).getType()))
                .orElseThrow(() -> new IllegalStateException(entity + " has an identifier that is not a scalar"))
                .sqlType();
    }

    private static Field identifier(Class<?> entity) {
        return fields(entity).stream()
                .filter(field -> field.isAnnotationPresent(Id.class))
                .findAny()
                .orElseThrow(() -> new IllegalStateException(entity + " has no identifier"));
    }

    /** The element type of a list; for other fields, their type. */
    static Class<?> target(Field field) {
        return field.getGenericType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : field.getType();
    }

    /** The column of a reference to another entity. */
    static String referenceColumn(Field field) {
        JoinColumn column = field.getAnnotation(JoinColumn.class);
        return column == null ? snakeCase(field.getName()) : column.name();
    }

    static boolean isNullable(Field field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    static String descriptionOf(AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(Description.class))
                .map(Description::value)
                .orElseThrow(() -> new IllegalStateException(element + " has no description"));
    }

    public static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
