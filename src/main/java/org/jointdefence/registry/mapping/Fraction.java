package org.jointdefence.registry.mapping;

import jakarta.persistence.Embeddable;

/** An exact fraction, shown as the scalar {@code Fraction}: {@code "2/3"}. */
@Embeddable
public record Fraction(int numerator, int denominator) {}
