package org.jointdefence.registry.mapping;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a text has the format of a {@link Code}. */
public final class CodeValidator implements ConstraintValidator<Code, String> {

    /** The most characters of a code: as many as buffers for language tags must hold (BCP 47, 4.4.1). */
    private static final int LONGEST = 35;

    private Pattern pattern = Pattern.compile("");

    /**
     * What the texts match that are such a code. The length is asked first: a repeated alternative is matched by recursion, and
     * thousands of repetitions would be more than the stack holds.
     */
    public static Pattern pattern(Code code) {
        return Pattern.compile("(?=.{0," + LONGEST + "}+\\z)(?:" + code.pattern() + ")", Pattern.DOTALL);
    }

    @Override
    public void initialize(Code code) {
        pattern = pattern(code);
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text == null || pattern.matcher(text).matches();
    }
}
