package org.jointdefence.registry.selection.model;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jointdefence.registry.error.ClientError;
import org.jointdefence.registry.mapping.Code;

/** What a text of the schema is besides a text, and so how a filter takes it. */
public sealed interface TextKind {
    /** What the names of its filters in the schema begin with. */
    String filter();

    /**
     * An operand, as it is compared with what is stored.
     *
     * @param path the argument that it comes from
     * @throws ClientError if it cannot be equal to any such text
     */
    String operand(String text, String path);

    /** A code of one form. */
    record Coded(String name, Pattern pattern, String form) implements TextKind {
        static Coded of(Code code) {
            return new Coded(code.value(), Pattern.compile(code.pattern()), code.form());
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

    /** An identifier in a register, stored in capitals and without what people put between its characters. */
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

    /** One of a list of texts that can be searched by a part. */
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
