package org.jointdefence.registry.accessmatrix;

import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jointdefence.registry.label.RegistryRecord;
import org.jointdefence.registry.mapping.Classified;
import org.jointdefence.registry.mapping.Inverse;
import org.jointdefence.registry.mapping.RootField;
import org.jointdefence.registry.selection.model.EntityCatalogue;

/** What the tests need to know of a record's concept, read from its entity: classified values and associations. */
public record Shape(
        String entityType, String table, boolean connected, List<Leaf> leaves, List<Association> associations) {

    /**
     * A classified value: a classified field, or one component of it.
     *
     * @param component empty when the field has none
     */
    public record Leaf(String field, String component, String column, boolean number) {
        /** The currency of the amounts that are compared. */
        static final String CURRENCY = "EUR";

        public String orderField() {
            String path = component.isEmpty() ? field : field + "_" + component;
            return path.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
        }

        /** The filter that asks the value with one operator. */
        public Map<String, Object> filter(String operator, Object operand) {
            Map<String, Object> comparison = Map.of(operator, operand);
            if (isAmount() && !operator.equals("isNull")) {
                return Map.of(field, Map.of(component, comparison, "currency", Map.of("eq", CURRENCY)));
            }
            return Map.of(field, component.isEmpty() ? comparison : Map.of(component, comparison));
        }

        /** Whether it is compared within one currency only, which is {@link #CURRENCY} here. */
        boolean isAmount() {
            return component.equals("amount");
        }

        /** Where the currency of an amount stands. */
        Leaf currency() {
            return new Leaf(field, "currency", column.replaceFirst("amount$", "currency"), false);
        }

        /** A text from the database as a filter's operand. */
        public Object operand(String text) {
            return number ? Integer.valueOf(text) : text;
        }
    }

    /** How a record leads to others. */
    sealed interface Association {
        String field();

        String target();

        boolean single();

        /** The filter that there is an associated record that meets another one. */
        public default Map<String, ?> filter(Map<String, ?> other) {
            return Map.of(field(), single() ? other : Map.of("some", other));
        }

        /** By links, which the matrix has under {@code ownerField} of {@code owner}. */
        record Linked(
                String field,
                String target,
                boolean single,
                String owner,
                String ownerField,
                boolean backward,
                String table)
                implements Association {}

        /** By records of another concept, which name this record and the target in columns of their own. */
        record Through(String field, String target, String entityType, String column, String targetColumn)
                implements Association {
            @Override
            public boolean single() {
                return false;
            }
        }

        /** The target names this record in a column of its own. */
        record Children(String field, String target, String column) implements Association {
            @Override
            public boolean single() {
                return false;
            }
        }

        /** This record names the target in a column of its own. */
        record Parent(String field, String target, String column) implements Association {
            @Override
            public boolean single() {
                return true;
            }
        }
    }

    /** The shapes of all concepts that are records. */
    public static Map<String, Shape> of(EntityCatalogue catalogue) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (Class<?> entity : catalogue.entities()) {
            if (RegistryRecord.class.isAssignableFrom(entity)) {
                shapes.put(entity.getSimpleName(), of(entity));
            }
        }
        for (Class<?> entity : catalogue.entities()) {
            for (Field field : entity.getDeclaredFields()) {
                Inverse inverse = field.getAnnotation(Inverse.class);
                Shape target = shapes.get(target(field).getSimpleName());
                if (inverse != null && target != null) {
                    target.associations.add(back(entity, field, inverse));
                }
            }
        }
        return shapes;
    }

    private static Association back(Class<?> entity, Field field, Inverse inverse) {
        JoinTable link = field.getAnnotation(JoinTable.class);
        if (link != null) {
            return new Association.Linked(
                    inverse.value(),
                    entity.getSimpleName(),
                    inverse.single(),
                    entity.getSimpleName(),
                    field.getName(),
                    true,
                    link.name());
        }
        Field through = Arrays.stream(entity.getDeclaredFields())
                .filter(candidate -> candidate.getName().equals(inverse.through()))
                .findAny()
                .orElseThrow();
        return new Association.Through(
                inverse.value(),
                target(through).getSimpleName(),
                entity.getSimpleName(),
                field.getAnnotation(JoinColumn.class).name(),
                through.getAnnotation(JoinColumn.class).name());
    }

    private static Shape of(Class<?> entity) {
        List<Leaf> leaves = new ArrayList<>();
        List<Association> associations = new ArrayList<>();
        for (Field field : entity.getDeclaredFields()) {
            if (field.isAnnotationPresent(Classified.class)) {
                leaves.addAll(leaves(field));
            }
            Association association = association(entity, field);
            if (association != null) {
                associations.add(association);
            }
        }
        RootField root = entity.getAnnotation(RootField.class);
        return new Shape(
                entity.getSimpleName(), entity.getAnnotation(Table.class).name(), root != null, leaves, associations);
    }

    private static List<Leaf> leaves(Field field) {
        String column = snakeCase(field.getName());
        if (!field.getType().isRecord()) {
            return List.of(new Leaf(field.getName(), "", column, field.getType() == Integer.class));
        }
        return Arrays.stream(field.getType().getRecordComponents())
                .map(RecordComponent::getName)
                .map(component -> new Leaf(field.getName(), component, column + "_" + snakeCase(component), false))
                .toList();
    }

    private static @org.jspecify.annotations.Nullable Association association(Class<?> entity, Field field) {
        String target = target(field).getSimpleName();
        JoinTable link = field.getAnnotation(JoinTable.class);
        if (link != null) {
            boolean single = !field.isAnnotationPresent(ManyToMany.class);
            return new Association.Linked(
                    field.getName(), target, single, entity.getSimpleName(), field.getName(), false, link.name());
        }
        OneToMany children = field.getAnnotation(OneToMany.class);
        if (children != null) {
            return new Association.Children(field.getName(), target, snakeCase(children.mappedBy()));
        }
        if (field.isAnnotationPresent(ManyToOne.class) && RegistryRecord.class.isAssignableFrom(field.getType())) {
            return new Association.Parent(
                    field.getName(),
                    target,
                    field.getAnnotation(JoinColumn.class).name());
        }
        return null;
    }

    private static Class<?> target(Field field) {
        return field.getGenericType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : field.getType();
    }

    static String snakeCase(String camelCase) {
        return camelCase.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
