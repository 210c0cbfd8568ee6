package org.jointdefence.registry.write.model;

import java.util.List;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.Classification;
import org.jointdefence.registry.selection.model.EntityType;
import org.jspecify.annotations.Nullable;

/** A field of a record that an input can set. */
public sealed interface InputField {

    /** The field's name, the same in the record and in its inputs. */
    String name();

    /** The field's description. */
    String description();

    /**
     * A value of the record's own row.
     *
     * @param columns its columns; one unless it is a group
     * @param group the name of its object type; null for a single column
     * @param required whether a new record must have it
     * @param classification its classification; null if it has the label of the record
     */
    record Value(
            String name,
            String description,
            List<Attribute.Column> columns,
            @Nullable String group,
            boolean required,
            @Nullable Classification classification)
            implements InputField {}

    /** A record that this one refers to in a column of its own; it is set once, when the record is created. */
    record Reference(String name, String description, String column, EntityType target, boolean required)
            implements InputField {}

    /**
     * Records that exist only as parts of this one.
     *
     * @param type the name of their input type
     * @param column the column of a part that refers to the whole
     * @param part what the input of a part can set
     * @param removable whether they can be removed: no other record refers to one
     */
    record Parts(String name, String description, String type, String column, WritableType part, boolean removable)
            implements InputField {

        /** The name of the input type that changes one. */
        public String changeType() {
            return "Change" + type;
        }

        /** Whether they have anything that can be changed. */
        public boolean changeable() {
            return part.fields(Value.class).findAny().isPresent();
        }
    }

    /** Links to other records. */
    record Links(String name, String description, Attribute.Path.ByLink link, EntityType target, boolean single)
            implements InputField {}
}
