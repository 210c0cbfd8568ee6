package org.jointdefence.registry.write.model;

/** A field of the mutation type. */
public sealed interface Mutation {

    /** The type of the records that it writes. */
    WritableType type();

    /** The verb with which its name begins. */
    String verb();

    /** The name of the field. */
    default String name() {
        return verb() + type().entityType().name();
    }

    /** The name of its input type; those that take the same for each type share one. */
    default String input() {
        return capitalized() + "Input";
    }

    /** The name of the type of its result. */
    default String payload() {
        return capitalized() + "Payload";
    }

    /** The field of the result with the record. */
    default String record() {
        String name = type().entityType().name();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private String capitalized() {
        return Character.toUpperCase(verb().charAt(0))
                + verb().substring(1)
                + type().entityType().name();
    }

    /** Creates a record with its parts and links. */
    record Create(WritableType type) implements Mutation {
        @Override
        public String verb() {
            return "create";
        }
    }

    /** Changes fields of a record, and its parts and links. */
    record Update(WritableType type) implements Mutation {
        @Override
        public String verb() {
            return "update";
        }
    }

    /** Withdraws a record that was entered in error. */
    record Withdraw(WritableType type) implements Mutation {
        @Override
        public String verb() {
            return "withdraw";
        }

        @Override
        public String input() {
            return "WithdrawInput";
        }
    }

    /** Restores a record that was withdrawn. */
    record Restore(WritableType type) implements Mutation {
        @Override
        public String verb() {
            return "restore";
        }

        @Override
        public String input() {
            return "RestoreInput";
        }
    }
}
