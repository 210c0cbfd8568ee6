package org.jointdefence.registry.mapping.value;

/**
 * An object whose fields depend on its record; in the API the scalar {@code JSON}.
 *
 * @param text the object as JSON
 */
public record JsonObject(String text) {}
