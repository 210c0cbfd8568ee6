package org.jointdefence.registry.write.model;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jointdefence.registry.selection.model.SchemaModel;
import org.jspecify.annotations.Nullable;

/** All mutations, derived from the entity types: a type costs no class per mutation. */
@Singleton
public class MutationModel {

    private final Map<String, Mutation> mutations = new LinkedHashMap<>();

    /** Derives the mutations, once; in a native image, at build time. */
    @Inject
    MutationModel(SchemaModel model) {
        PartTypes parts = new PartTypes(model.entityTypes());
        model.entityTypes().stream()
                .filter(type -> type.isRecord() && type.isConnected())
                .map(type -> WritableType.of(type, parts))
                .forEach(type -> {
                    add(new Mutation.Create(type));
                    add(new Mutation.Update(type));
                    if (type.entityType().isWithdrawable()) {
                        add(new Mutation.Withdraw(type));
                        add(new Mutation.Restore(type));
                    }
                });
    }

    private void add(Mutation mutation) {
        mutations.put(mutation.name(), mutation);
    }

    /** All mutations, in the order of the schema. */
    public Collection<Mutation> mutations() {
        return mutations.values();
    }

    /** The mutation of a field of the mutation type; null if the field is another's. */
    @Nullable
    public Mutation mutation(String field) {
        return mutations.get(field);
    }
}
