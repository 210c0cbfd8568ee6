package org.jointdefence.registry.mapping.value;

import jakarta.persistence.Embeddable;

/** An exact fraction; in the API the scalar {@code Fraction}, such as {@code "2/3"}. */
@Embeddable
public record Fraction(int numerator, int denominator) {}
