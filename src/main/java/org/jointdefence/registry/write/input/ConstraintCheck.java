package org.jointdefence.registry.write.input;

import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.Constraints;
import org.jspecify.annotations.Nullable;

/** Asks the constraints of entities (Bean Validation) whether they accept a value. */
@Singleton
public final class ConstraintCheck {

    private final Validator validator;

    ConstraintCheck(Validator validator) {
        this.validator = validator;
    }

    /**
     * Asks those of a column.
     *
     * @param value as it is stored, the list of all elements for a list
     * @param faults receives a fault for each constraint that does not accept it, with the path
     */
    public void ask(Attribute.Column column, Object value, String path, Consumer<ClientError> faults) {
        Constraints constraints = column.constraints();
        if (constraints == null) {
            return;
        }
        if (value instanceof List<?> elements && !constraints.list()) {
            // Codes of other records, each of which is as one alone.
            for (int i = 0; i < elements.size(); i++) {
                ask(constraints, elements.get(i), path + "[" + i + "]", faults);
            }
        } else {
            ask(
                    constraints,
                    column.scalar().type().equals("Decimal") ? new BigDecimal(value.toString()) : value,
                    path,
                    faults);
        }
    }

    private void ask(Constraints constraints, @Nullable Object value, String path, Consumer<ClientError> faults) {
        ask(constraints.bean(), constraints.property(), value, path, faults);
    }

    /** Asks those of a property. */
    void ask(Class<?> bean, String property, @Nullable Object value, String path, Consumer<ClientError> faults) {
        validator.validateValue(bean, property, value).stream()
                .map(violation -> "`" + path + index(violation) + "` takes "
                        + Constraints.accepted(
                                violation.getConstraintDescriptor().getAnnotation()))
                .sorted(Comparator.naturalOrder())
                .map(ClientError::badInput)
                .forEach(faults);
    }

    /** The place of the element of a list that is not accepted; empty for the list itself, and for other values. */
    private static String index(ConstraintViolation<?> violation) {
        String index = "";
        for (Path.Node node : violation.getPropertyPath()) {
            index = node.getIndex() == null ? index : "[" + node.getIndex() + "]";
        }
        return index;
    }
}
