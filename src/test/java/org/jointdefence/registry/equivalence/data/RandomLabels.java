package org.jointdefence.registry.equivalence.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** Makes labels of all levels, with and without compartments and successions. */
public final class RandomLabels {
    private static final String INSERT =
            "INSERT INTO vault.confidentiality_label (policy, classification, releasable_to, special_handling,"
                    + " originator_nation, succession_on, succession_to) SELECT level.policy, level.code, ?::text[],"
                    + " ?::text[], ?, CASE WHEN lower.code IS NOT NULL THEN ?::date END, lower.code"
                    + " FROM vault.classification_level AS level LEFT JOIN (SELECT code FROM vault.classification_level"
                    + " WHERE code = ?) AS lower ON true WHERE level.code = ? ON CONFLICT DO NOTHING";

    private final Connection superuser;
    private final Random random;

    /** Makes them in this database. */
    public RandomLabels(Connection superuser, Random random) {
        this.superuser = superuser;
        this.random = random;
    }

    /** Inserts one, unless it is there already. */
    public void insert() throws SQLException {
        String level = any(new VaultRows(superuser)
                .texts("SELECT code FROM vault.classification_level WHERE policy <> 'PUBLIC' ORDER BY code"));
        String nation = random.nextBoolean() ? "LT" : "UA";
        String lower = random.nextInt(4) > 0
                ? ""
                : any(new VaultRows(superuser)
                        .texts("SELECT below.code FROM vault.classification_level AS level"
                                + " JOIN vault.classification_level AS below ON below.policy = level.policy"
                                + " AND below.rank < level.rank WHERE level.code = '" + level
                                + "' UNION ALL SELECT '' ORDER BY 1"));
        try (PreparedStatement statement = superuser.prepareStatement(INSERT)) {
            statement.setString(
                    1, random.nextInt(3) > 0 ? "{LT,UA}" : random.nextBoolean() ? "{}" : "{" + nation + "}");
            statement.setString(2, random.nextInt(4) > 0 ? "{}" : "{AMBER}");
            statement.setString(3, nation);
            statement.setString(4, random.nextBoolean() ? "2020-01-01" : "2120-01-01");
            statement.setString(5, lower);
            statement.setString(6, level);
            statement.executeUpdate();
        }
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
