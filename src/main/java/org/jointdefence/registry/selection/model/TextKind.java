package org.jointdefence.registry.selection.model;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.mapping.Code;
import org.jointdefence.registry.mapping.CodeValidator;

/** The kind of a text in the schema, which decides how filters treat it. */
public sealed interface TextKind {
    /** The prefix of the names of its filters in the schema. */
    String filter();

    /**
     * Converts an operand to the form in which it is compared with stored values.
     *
     * @param path the path of the argument
     * @throws ClientError if no stored text can equal it
     */
    String operand(String text, String path);

    /** A code with a fixed format. */
    record Coded(String name, Pattern pattern, String form) implements TextKind {
        static Coded of(Code code) {
            return new Coded(code.value(), CodeValidator.pattern(code), code.form());
        }

        @Override
        public String filter() {
            return name;
        }

        @Override
        public String operand(String text, String path) {
            if (!pattern.matcher(text).matches()) {
                throw ClientError.badInput("`" + path + "` is not a " + name + ": " + form);
            }
            return text;
        }
    }

    /** An identifier in a register, stored in upper case and without separators. */
    record Identifier() implements TextKind {
        private static final String BETWEEN = "[\\s\\p{Z}\\p{Pd}./]+";

        @Override
        public String filter() {
            return "Identifier";
        }

        @Override
        public String operand(String text, String path) {
            return text.replaceAll(BETWEEN, "").toUpperCase(Locale.ROOT);
        }
    }

    /** A text from a list that filters can search by a part. */
    record Searched() implements TextKind {
        @Override
        public String filter() {
            return "SearchableString";
        }

        @Override
        public String operand(String text, String path) {
            return text;
        }
    }
}
