package org.jointdefence.registry.equivalence.data;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jointdefence.registry.equivalence.data.VaultTable.Column;
import org.jspecify.annotations.Nullable;

/** Makes values for the columns of tables: absent ones, all kinds of characters, few different ones. */
public final class RandomCells {
    private static final List<String> TEXTS = List.of(
            "alpha",
            "Alpha",
            "ALPHA",
            "alpha beta",
            "Žalgiris",
            "žalgiris",
            "ŽALGIRIS",
            "Завод",
            "завод",
            "ЗАВОД",
            "їжак",
            "Їжак",
            "50%",
            "under_score",
            "back\\slash",
            "\"quoted\"",
            "line\nbreak",
            "tab\tbed",
            "\u0001control",
            "a,b",
            "{braces}",
            "𝔘nicode",
            "😀",
            "\uffee",
            "e\u0301",
            "é",
            "Šiauliai",
            "SIAULIAI",
            "Знам’янка",
            "знам'янка",
            "ґанок",
            "ГАНОК",
            "йод",
            "иод",
            "zeta",
            "Zeta",
            " space",
            "null",
            "-1",
            "10",
            "9");

    private static final Map<String, List<String>> SHAPED = Map.of(
            "currency", List.of("EUR", "UAH", "USD"),
            "region", List.of("LT-VL", "LT-KU", "UA-30", "UA-46"),
            "language", List.of("lt", "uk", "en", "uk-Latn"),
            "value", List.of("999100010", "99901010", "LT999001012", "EXER00GANDRAS0000121", "A1", "A10"));

    private static final List<String> NUMBERS = List.of(
            "0",
            "0.00",
            "1.5",
            "1.50",
            "54.687",
            "-12.25",
            "0.0000001",
            "80",
            "20000000.00",
            "12.3",
            "12345678901234567890.12");

    /** Of equal first days, too. */
    private static final List<String> PARTIAL_DATES =
            List.of("2020", "2020-01", "2020-01-01", "2021-12-31", "2022", "2022-02", "2022-02-11", "0999", "9999-12");

    private final Random random;

    /** Draws from this. */
    public RandomCells(Random random) {
        this.random = random;
    }

    /**
     * A value as text, which a constraint may still refuse.
     *
     * @param keys what the column can refer to; null if it refers to nothing
     * @param link whether the table is one of links, which few records shall have, so that those have several
     */
    public @Nullable String value(Column column, @Nullable List<String> keys, boolean link) {
        if (column.nullable() && random.nextInt(3) == 0) {
            return null;
        }
        if (keys != null) {
            return key(column, keys, link);
        }
        return switch (column.type()) {
            case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "integer" -> random.nextInt(8) > 0 ? String.valueOf(random.nextInt(5)) : "2147483647";
            case "numeric" -> any(NUMBERS);
            case "date" -> "202" + random.nextInt(3) + "-0" + (1 + random.nextInt(3)) + "-11";
            case "registry.partial_date" -> any(PARTIAL_DATES);
            case "boolean" -> String.valueOf(random.nextBoolean());
            case "text" -> column.words().isEmpty() ? text(column) : any(column.words());
            case "text[]" -> array(column);
            default -> throw new IllegalStateException("no values for " + column);
        };
    }

    private String key(Column column, List<String> keys, boolean link) {
        if (column.name().equals("label") || column.name().endsWith("_label")) {
            return random.nextInt(5) < 2 ? "0" : any(keys);
        }
        if (keys.contains("LT")) {
            return random.nextInt(4) > 0 ? any(List.of("LT", "UA")) : any(keys);
        }
        // Few of them, so that they have several links.
        return any(link ? keys.subList(0, Math.min(keys.size(), 14)) : keys);
    }

    private String text(Column column) {
        for (Map.Entry<String, List<String>> shaped : SHAPED.entrySet()) {
            if (column.name().endsWith(shaped.getKey())) {
                return any(shaped.getValue());
            }
        }
        return switch (random.nextInt(10)) {
            case 0 -> column.checked() ? "x" : "";
            case 1, 2, 3 -> any(TEXTS) + " " + any(TEXTS);
            default -> any(TEXTS);
        };
    }

    private String array(Column column) {
        boolean countries = column.name().endsWith("countries");
        StringBuilder array = new StringBuilder("{");
        for (int i = random.nextInt(4); i > 0; i--) {
            String word = countries
                    ? any(List.of("LT", "UA", "PL", "EE", "ZZ"))
                    : any(column.words().isEmpty() ? TEXTS : column.words());
            array.append(array.length() > 1 ? "," : "")
                    .append('"')
                    .append(word.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        return array.append('}').toString();
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
