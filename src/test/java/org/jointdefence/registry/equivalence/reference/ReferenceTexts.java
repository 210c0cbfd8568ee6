package org.jointdefence.registry.equivalence.reference;

import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The order of texts, which PostgreSQL knows, and what a search finds alike, which is said here once more. */
public final class ReferenceTexts {
    private static final List<String> COLLATIONS = List.of("default", "en-x-icu", "lt-x-icu", "uk-x-icu");
    private static final Map<String, String> LATIN =
            Map.of("ł", "l", "đ", "d", "ø", "o", "ı", "i", "ß", "ss", "æ", "ae", "œ", "oe");

    private static final Set<String> LEGAL_FORMS = Set.of("""
            uab ab mb vsi uzdaroji akcine bendrove тов ат пат прат пп дп кп товариство обмеженою відповідальністю
            llc ltd limited inc plc corp corporation company co jsc gmbh ag oy oyj ou sia as sa sas srl spa sp zoo bv nv
            """.strip().split("\\s+"));

    private final DataSource database;
    private final Map<String, Map<String, Long>> ranks = new HashMap<>();

    ReferenceTexts(DataSource database) {
        this.database = database;
    }

    /** Makes texts known in advance, all at once. */
    void learn(Collection<String> texts) {
        COLLATIONS.forEach(collation -> learn(texts, collation));
    }

    /** Each new text may have a place between any two: all are asked for again, but in this collation only. */
    private void learn(Collection<String> texts, String collation) {
        Map<String, Long> order = ranks.computeIfAbsent(collation, unknown -> new HashMap<>());
        if (!order.keySet().containsAll(texts)) {
            Set<String> known = new LinkedHashSet<>(order.keySet());
            known.addAll(texts);
            ask(known, collation, order);
        }
    }

    /** Compares as the database's collation does. */
    int compare(String one, String other) {
        return compare(one, other, "default");
    }

    /** Compares as a collation does. */
    int compare(String one, String other, String collation) {
        learn(List.of(one, other), collation);
        Map<String, Long> order = Objects.requireNonNull(ranks.get(collation));
        return Long.compare(Objects.requireNonNull(order.get(one)), Objects.requireNonNull(order.get(other)));
    }

    /** The longest three words of a name that are no legal forms, folded; all of it if there are none. */
    static Stream<String> words(String given) {
        String name =
                given.substring(0, given.offsetByCodePoints(0, Math.min(300, given.codePointCount(0, given.length()))));
        List<String> words = Pattern.compile("[\\p{L}\\p{Nd}]{2,}")
                .matcher(folded(name))
                .results()
                .map(MatchResult::group)
                .filter(word -> !LEGAL_FORMS.contains(word))
                .sorted(Comparator.comparing((String word) -> -word.codePointCount(0, word.length())))
                .limit(3)
                .toList();
        return words.isEmpty() ? Stream.of(folded(name)) : words.stream();
    }

    /** What a search compares: small letters without what is not minded, letter by letter. */
    static String folded(String text) {
        String plain = Normalizer.normalize(alike(text), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(plain, Normalizer.Form.NFC).codePoints().forEach(c -> {
            if (Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN) {
                String letter = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFD);
                folded.append(LATIN.getOrDefault(
                        letter.substring(0, 1), letter.substring(0, letter.offsetByCodePoints(0, 1))));
            } else if (Character.getType(c) == Character.NON_SPACING_MARK) {
                boolean latin = !folded.isEmpty() && folded.charAt(folded.length() - 1) < 0x80;
                folded.append(latin || c == 0x300 || c == 0x301 ? "" : Character.toString(c));
            } else if (Character.getType(c) != Character.FORMAT) {
                folded.append(c == 'ґ' ? "г" : Character.toString(c));
            }
        });
        return folded.toString();
    }

    /** Signs that are one to a search. */
    private static String alike(String text) {
        return text.replaceAll("[`’‘‛ʼʻʹ′´＇]", "'").replaceAll("[‐‑‒–—−]", "-").replaceAll("[„“”«»‟″]", "\"");
    }

    /** The value of a fraction, to more digits than two different ones of nine digits can share. */
    static @Nullable BigDecimal fraction(@Nullable Object numerator, @Nullable Object denominator) {
        return numerator == null || denominator == null
                ? null
                : new BigDecimal(numerator.toString())
                        .divide(new BigDecimal(denominator.toString()), new MathContext(60));
    }

    /** A number as it is shown: money in euros, hryvnias and dollars with two digits after the point. */
    static String number(BigDecimal number, String column) {
        return (column.endsWith("amount") ? number.setScale(2) : number).toPlainString();
    }

    static BigDecimal fraction(String text) {
        String[] parts = text.split("/", -1);
        return Objects.requireNonNull(fraction(parts[0], parts[1]));
    }

    private void ask(Set<String> known, String collation, Map<String, Long> order) {
        String sql = "SELECT t, rank() OVER (ORDER BY t COLLATE \"" + collation + "\") FROM unnest(?) AS t";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            Array texts = connection.createArrayOf("text", known.toArray());
            statement.setArray(1, texts);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    order.put(result.getString(1), result.getLong(2));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
