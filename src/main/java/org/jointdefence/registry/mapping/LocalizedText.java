package org.jointdefence.registry.mapping;

import jakarta.persistence.Embeddable;

/** A text in the languages that the registry speaks; shown as one string in the language that the field's argument names. */
@Embeddable
public record LocalizedText(String en, String lt, String uk) {}
