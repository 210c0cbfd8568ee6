package org.jointdefence.registry.nativeimage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What of a class can be used by reflection in an image.
 *
 * @param constructors whether all constructors can
 * @param methods whether all methods can
 * @param fields whether all fields can
 * @param named the methods and fields that can, whether all can or not
 */
record RegisteredClass(boolean constructors, boolean methods, boolean fields, Set<String> named) {

    /** From an entry of reflect-config.json. */
    static RegisteredClass of(JsonNode entry) {
        Set<String> named = new HashSet<>();
        Stream.of("methods", "fields").forEach(kind -> entry.path(kind)
                .forEach(member -> named.add(member.required("name").asText())));
        return new RegisteredClass(all(entry, "Constructors"), all(entry, "Methods"), all(entry, "Fields"), named);
    }

    private static boolean all(JsonNode entry, String members) {
        return entry.path("allDeclared" + members).asBoolean()
                || entry.path("allPublic" + members).asBoolean();
    }

    /** What either says. */
    RegisteredClass and(RegisteredClass other) {
        return new RegisteredClass(
                constructors || other.constructors,
                methods || other.methods,
                fields || other.fields,
                Stream.concat(named.stream(), other.named.stream()).collect(Collectors.toSet()));
    }

    /** Whether a member can be used, as far as its name tells. */
    boolean has(String member) {
        return named.contains(member) || (member.equals("<init>") ? constructors : methods || fields);
    }
}
