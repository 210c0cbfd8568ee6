package org.jointdefence.registry.selection.model;

import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jointdefence.registry.label.PartialDate;
import org.jointdefence.registry.mapping.Code;
import org.jointdefence.registry.mapping.RegisteredIdentifier;
import org.jointdefence.registry.mapping.Searchable;
import org.jointdefence.registry.mapping.value.Fraction;
import org.jointdefence.registry.mapping.value.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A scalar or enum of the schema: its name, its type in PostgreSQL and the conversion of its text to JSON.
 *
 * @param type the name of the GraphQL type
 * @param sqlType the type that parameters are cast to, so that filters compare values and not texts
 * @param kind the kind of the text; null for other texts and for scalars that are no texts
 */
public record Scalar(
        String type, String sqlType, Form form, @Nullable TextKind kind) {
    /** How text from PostgreSQL is written as JSON. */
    public enum Form {
        /** A string that needs escaping. */
        TEXT,
        /** A string of digits, letters and signs that needs no escaping. */
        QUOTED,
        /** Text that is already JSON. */
        RAW,
        /** {@code t} or {@code f}. */
        BOOLEAN,
        /** A UUID, written as a global id. */
        ID,
        /** A digest, written as a keyed version. */
        VERSION
    }

    private Scalar(String type, String sqlType, Form form) {
        this(type, sqlType, form, null);
    }

    public static final Scalar TEXT = new Scalar("String", "text", Form.TEXT);
    public static final Scalar FRACTION = new Scalar("Fraction", "text", Form.QUOTED);
    public static final Scalar VERSION = new Scalar("String", "text", Form.VERSION);
    public static final Scalar ID = new Scalar("ID", "uuid", Form.ID);
    public static final Scalar JSON = new Scalar("JSON", "jsonb", Form.RAW);
    public static final Scalar DATE_TIME = new Scalar("DateTime", "timestamptz", Form.QUOTED);

    /** A date that is known in part; its text order is the order of the first days. */
    private static final Scalar PARTIAL_DATE = new Scalar("PartialDate", "registry.partial_date", Form.QUOTED);

    private static final Scalar INTEGER = new Scalar("Int", "integer", Form.RAW);
    private static final Map<Class<?>, Scalar> BY_CLASS = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(int.class, INTEGER),
            Map.entry(Integer.class, INTEGER),
            Map.entry(boolean.class, new Scalar("Boolean", "boolean", Form.BOOLEAN)),
            Map.entry(BigDecimal.class, new Scalar("Decimal", "numeric", Form.QUOTED)),
            Map.entry(Instant.class, DATE_TIME),
            Map.entry(LocalDate.class, new Scalar("Date", "date", Form.QUOTED)),
            Map.entry(UUID.class, ID),
            Map.entry(Fraction.class, FRACTION),
            Map.entry(JsonObject.class, JSON));

    /** The scalar of a Java type; null if the type is not a scalar. */
    static @Nullable Scalar of(Class<?> type) {
        return type.isEnum() ? new Scalar(type.getSimpleName(), "text", Form.QUOTED) : BY_CLASS.get(type);
    }

    /** The scalar of a field, refined by the field's annotations. */
    Scalar annotated(AnnotatedElement field) {
        if (field.isAnnotationPresent(PartialDate.class)) {
            return PARTIAL_DATE;
        }
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

    /** The prefix of the names of its filters in the schema. */
    public String filter() {
        return kind == null ? type : kind.filter();
    }

    /** Whether filters can search the text by a part. */
    public boolean searched() {
        return equals(TEXT) || kind instanceof TextKind.Identifier || kind instanceof TextKind.Searched;
    }

    public boolean enumerated() {
        return form == Form.QUOTED && sqlType.equals("text") && !equals(FRACTION);
    }

    /** Whether it has filters. */
    public boolean filtered() {
        return !equals(VERSION) && !equals(JSON);
    }

    /** Whether records can be ordered by it: true for all scalars except versions, fractions, ids and objects. */
    public boolean sortable() {
        return !equals(VERSION) && !equals(FRACTION) && !equals(ID) && !equals(JSON);
    }

    /** Whether it has {@code lt} and the like: true for scalars whose order readers know. */
    public boolean ordered() {
        return switch (type) {
            case "String" -> kind == null;
            case "Int", "Decimal", "Date", "PartialDate", "DateTime", "Fraction" -> true;
            default -> false;
        };
    }
}
