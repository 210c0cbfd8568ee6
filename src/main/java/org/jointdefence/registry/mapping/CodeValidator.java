package org.jointdefence.registry.mapping;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a text has the format of a {@link Code}. */
public final class CodeValidator implements ConstraintValidator<Code, String> {

    private Pattern pattern = Pattern.compile("");

    @Override
    public void initialize(Code code) {
        pattern = Pattern.compile(code.pattern());
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text == null || pattern.matcher(text).matches();
    }
}
