package org.jointdefence.registry.mapping.value;

import jakarta.persistence.Embeddable;

/**
 * A text in the languages of the registry; the API returns it as one string in the language of the field's argument.
 */
@Embeddable
public record LocalizedText(String en, String lt, String uk) {}
