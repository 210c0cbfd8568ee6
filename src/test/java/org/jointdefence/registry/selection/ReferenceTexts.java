package org.jointdefence.registry.selection;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;

/** What PostgreSQL knows of texts and Java would have to imitate: their order, and their lower case. */
final class ReferenceTexts {
    private final DataSource database;
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, Long> ranks = new HashMap<>();
    private final Map<String, String> lower = new HashMap<>();

    ReferenceTexts(DataSource database) {
        this.database = database;
    }

    /** Makes texts known in advance, all at once. */
    void learn(Collection<String> texts) {
        if (known.addAll(texts)) {
            ask();
        }
    }

    /** Compares as the database's collation does. */
    int compare(String one, String other) {
        learn(List.of(one, other));
        return Long.compare(Objects.requireNonNull(ranks.get(one)), Objects.requireNonNull(ranks.get(other)));
    }

    String lowerCase(String text) {
        learn(List.of(text));
        return Objects.requireNonNull(lower.get(text));
    }

    private void ask() {
        String sql = "SELECT t, rank() OVER (ORDER BY t), lower(t) FROM unnest(?) AS t";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            Array texts = connection.createArrayOf("text", known.toArray());
            statement.setArray(1, texts);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    ranks.put(result.getString(1), result.getLong(2));
                    lower.put(result.getString(1), result.getString(3));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
