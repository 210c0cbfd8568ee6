package org.jointdefence.registry.equivalence;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jointdefence.registry.equivalence.document.RandomDocument;
import org.jspecify.annotations.Nullable;

/** Cursors and versions, which only the engine can make: each stands for one of the reference's, and that for it. */
public final class OpaqueTexts {
    /** What the reference's begin with, as no other text does. */
    public static final String MARK = "reference|";

    private final Map<String, String> actual = new HashMap<>();
    private final Map<String, String> expected = new HashMap<>();

    /** Whether the two have stood for each other so far, or for nothing. */
    boolean same(String expectedText, String actualText) {
        String knownActual = actual.putIfAbsent(expectedText, actualText);
        String knownExpected = expected.putIfAbsent(actualText, expectedText);
        return (knownActual == null || knownActual.equals(actualText))
                && (knownExpected == null || knownExpected.equals(expectedText));
    }

    /** The document with the reference's texts in place of the engine's. */
    RandomDocument translated(RandomDocument document) {
        String text = document.text();
        for (String cursor : document.cursors()) {
            String other = expected.get(cursor);
            if (other != null) {
                text = text.replace(cursor, other);
            }
        }
        Map<String, @Nullable Object> variables = new LinkedHashMap<>();
        document.variables().forEach((name, value) -> variables.put(name, translated(value)));
        return new RandomDocument(
                text, variables, document.operationName(), document.reached(), document.cursors(), document.sites());
    }

    private @Nullable Object translated(@Nullable Object value) {
        return switch (value) {
            case String text -> expected.getOrDefault(text, text);
            case List<?> list -> list.stream().map(this::translated).toList();
            case null, default -> value;
        };
    }
}
