package org.jointdefence.registry.write.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jointdefence.registry.selection.model.Attribute.Association;
import org.jointdefence.registry.selection.model.Attribute.Path;
import org.jointdefence.registry.selection.model.EntityType;

/** The types of records that exist only as parts of others. */
final class PartTypes {

    private final Map<EntityType, Set<String>> wholes = new HashMap<>();
    private final Set<EntityType> referredTo = new HashSet<>();

    PartTypes(Collection<EntityType> entityTypes) {
        entityTypes.forEach(entityType -> entityType.associations().forEach(association -> {
            if (association.path() instanceof Path.ByColumn(String column)) {
                if (areParts(association)) {
                    wholes.computeIfAbsent(association.target(), part -> new HashSet<>())
                            .add(column);
                } else if (association.isSingle()) {
                    referredTo.add(association.target());
                }
            }
        }));
    }

    /** Whether the records of an association exist only as parts of the record that has the association. */
    static boolean areParts(Association association) {
        return association.path() instanceof Path.ByColumn
                && association.shape() == Association.Shape.LIST
                && association.target().isRecord()
                && !association.target().isConnected();
    }

    /** The name of the input type of parts; with the whole's if there are parts of this type in several. */
    String input(Association association, String column) {
        String part = association.target().name();
        return (Objects.requireNonNull(wholes.get(association.target())).size() > 1
                        ? part + "Of" + pascalCase(column)
                        : part)
                + "Input";
    }

    /** Whether other records refer to records of this type, which would be lost with the one that they refer to. */
    boolean isReferredTo(EntityType part) {
        return referredTo.contains(part);
    }

    private static String pascalCase(String column) {
        StringBuilder name = new StringBuilder();
        for (String word : column.split("_", -1)) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }
}
