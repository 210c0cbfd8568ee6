package org.jointdefence.registry.selection.model;

import jakarta.validation.Constraint;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jointdefence.registry.mapping.Code;
import org.jspecify.annotations.Nullable;

/**
 * What Bean Validation asks of a property.
 *
 * @param bean the class of the property
 * @param property its name
 * @param list whether it is a list
 * @param accepted what the property takes, in words
 */
public record Constraints(Class<?> bean, String property, boolean list, List<String> accepted) {

    /** Those of a field; null if it has none. */
    static @Nullable Constraints of(Field field) {
        List<String> accepted = Stream.concat(
                        constraints(field).map(Constraints::accepted),
                        elements(field).flatMap(Constraints::constraints).map(each -> "each of " + accepted(each)))
                .toList();
        return accepted.isEmpty()
                ? null
                : new Constraints(
                        field.getDeclaringClass(),
                        field.getName(),
                        List.class.isAssignableFrom(field.getType()),
                        accepted);
    }

    /** The most characters of a text; null if there is no limit. */
    static @Nullable Integer longest(Field field) {
        Size size = field.getAnnotation(Size.class);
        return size == null || field.getType() != String.class ? null : size.max();
    }

    private static Stream<AnnotatedType> elements(Field field) {
        return field.getAnnotatedType() instanceof AnnotatedParameterizedType list
                ? Stream.of(list.getAnnotatedActualTypeArguments())
                : Stream.empty();
    }

    private static Stream<Annotation> constraints(AnnotatedElement element) {
        return Stream.of(element.getAnnotations())
                .filter(annotation -> annotation.annotationType().isAnnotationPresent(Constraint.class));
    }

    /** What a constraint accepts, in words that follow "takes". */
    public static String accepted(Annotation constraint) {
        return switch (constraint) {
            case Size size
            when size.min() > 0 -> String.format(Locale.ROOT, "%d to %,d characters", size.min(), size.max());
            case Size size -> "at most " + size.max() + " elements";
            case Positive positive -> "at least 1";
            case PositiveOrZero positive -> "at least 0";
            case DecimalMin least -> "at least " + least.value();
            case DecimalMax most -> "at most " + most.value();
            case Pattern pattern -> pattern.message();
            case Code code -> code.form();
            default -> throw new IllegalArgumentException("no words for " + constraint);
        };
    }
}
