package org.jointdefence.registry.selection.model;

import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jointdefence.registry.mapping.Code;
import org.jointdefence.registry.mapping.Fraction;
import org.jointdefence.registry.mapping.RegisteredIdentifier;
import org.jointdefence.registry.mapping.Searchable;
import org.jspecify.annotations.Nullable;

/**
 * A scalar or enum of the schema: its name there, its type in PostgreSQL and how its text there becomes JSON.
 *
 * @param type the GraphQL type's name
 * @param sqlType what a parameter is cast to, so that a filter compares values and not their texts
 * @param kind what it is besides a text; null for a text that is nothing else, and for all others
 */
public record Scalar(
        String type, String sqlType, Form form, @Nullable TextKind kind) {
    /** How the text that PostgreSQL sends is written as JSON. */
    public enum Form {
        /** A string whose content needs escapes. */
        TEXT,
        /** A string of digits, letters and signs that needs none. */
        QUOTED,
        /** JSON already. */
        RAW,
        /** {@code t} or {@code f}. */
        BOOLEAN,
        /** A UUID, shown as a global id. */
        ID,
        /** A digest, shown under the registry's own key. */
        VERSION
    }

    private Scalar(String type, String sqlType, Form form) {
        this(type, sqlType, form, null);
    }

    public static final Scalar TEXT = new Scalar("String", "text", Form.TEXT);
    public static final Scalar FRACTION = new Scalar("Fraction", "text", Form.QUOTED);
    public static final Scalar VERSION = new Scalar("String", "text", Form.VERSION);
    public static final Scalar ID = new Scalar("ID", "uuid", Form.ID);
    public static final Scalar DATE_TIME = new Scalar("DateTime", "timestamptz", Form.QUOTED);

    private static final Scalar INTEGER = new Scalar("Int", "integer", Form.RAW);
    private static final Map<Class<?>, Scalar> BY_CLASS = Map.of(
            String.class,
            TEXT,
            int.class,
            INTEGER,
            Integer.class,
            INTEGER,
            boolean.class,
            new Scalar("Boolean", "boolean", Form.BOOLEAN),
            BigDecimal.class,
            new Scalar("Decimal", "numeric", Form.QUOTED),
            Instant.class,
            DATE_TIME,
            LocalDate.class,
            new Scalar("Date", "date", Form.QUOTED),
            UUID.class,
            ID,
            Fraction.class,
            FRACTION);

    /** The scalar of a Java type; null for a type that is none. */
    static @Nullable Scalar of(Class<?> type) {
        return type.isEnum() ? new Scalar(type.getSimpleName(), "text", Form.QUOTED) : BY_CLASS.get(type);
    }

    /** The same scalar for a field whose annotations say more of it. */
    Scalar annotated(AnnotatedElement field) {
        Code code = field.getAnnotation(Code.class);
        if (code != null) {
            return new Scalar(type, sqlType, form, TextKind.Coded.of(code));
        }
        if (field.isAnnotationPresent(RegisteredIdentifier.class)) {
            return new Scalar(type, sqlType, form, new TextKind.Identifier());
        }
        return field.isAnnotationPresent(Searchable.class)
                ? new Scalar(type, sqlType, form, new TextKind.Searched())
                : this;
    }

    /** What the names of its filters in the schema begin with. */
    public String filter() {
        return kind == null ? type : kind.filter();
    }

    /** Whether it is a text that is looked for by a part. */
    public boolean searched() {
        return equals(TEXT) || kind instanceof TextKind.Identifier || kind instanceof TextKind.Searched;
    }

    public boolean enumerated() {
        return form == Form.QUOTED && sqlType.equals("text") && !equals(FRACTION);
    }

    /** Whether records can be found by it. */
    public boolean filtered() {
        return !equals(VERSION);
    }

    /** Whether records can be ordered by it: by everything that stands for one value of its own. */
    public boolean sortable() {
        return !equals(VERSION) && !equals(FRACTION) && !equals(ID);
    }

    /** Whether {@code lt} and its like make sense: for what has an order that a reader knows. */
    public boolean ordered() {
        return switch (type) {
            case "String" -> kind == null;
            case "Int", "Decimal", "Date", "DateTime", "Fraction" -> true;
            default -> false;
        };
    }
}
