package org.jointdefence.registry.equivalence.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jointdefence.registry.equivalence.data.VaultTable.Column;
import org.jspecify.annotations.Nullable;

/** Reads and writes rows of vault as texts, as far as constraints let it. */
public final class VaultRows {
    private final Connection superuser;

    /** Of the database that this is connected to. */
    public VaultRows(Connection superuser) {
        this.superuser = superuser;
    }

    /** All rows of a table, by column. */
    public List<Map<String, @Nullable String>> of(VaultTable table) throws SQLException {
        List<Map<String, @Nullable String>> rows = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM vault." + table.name() + " ORDER BY id")) {
            while (result.next()) {
                Map<String, @Nullable String> row = new LinkedHashMap<>();
                for (Column column : table.columns()) {
                    row.put(column.name(), result.getString(column.name()));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** Removes one. */
    public void delete(VaultTable table, String id) throws SQLException {
        execute("DELETE FROM vault." + table.name() + " WHERE id = '" + id + "'");
    }

    /** Writes these columns; false if a constraint refuses that. */
    public boolean update(VaultTable table, List<Column> columns, Map<String, @Nullable String> row)
            throws SQLException {
        String assignments = columns.stream()
                .map(column -> '"' + column.name() + "\" = ?::" + column.type())
                .collect(Collectors.joining(", "));
        return accepted(
                "UPDATE vault." + table.name() + " SET " + assignments + " WHERE id = '" + row.get("id") + "'",
                columns,
                row);
    }

    /** Adds the row; false if a constraint refuses it. */
    public boolean insert(VaultTable table, Map<String, @Nullable String> row) throws SQLException {
        String names = table.columns().stream()
                .map(column -> '"' + column.name() + '"')
                .collect(Collectors.joining(", "));
        String marks =
                table.columns().stream().map(column -> "?::" + column.type()).collect(Collectors.joining(", "));
        return accepted(
                "INSERT INTO vault." + table.name() + " (" + names + ") VALUES (" + marks + ")", table.columns(), row);
    }

    private boolean accepted(String sql, List<Column> columns, Map<String, @Nullable String> row) throws SQLException {
        // Sent together, because there are thousands of them.
        try (PreparedStatement statement =
                superuser.prepareStatement("SAVEPOINT before; " + sql + "; RELEASE SAVEPOINT before")) {
            for (int i = 0; i < columns.size(); i++) {
                statement.setString(i + 1, row.get(columns.get(i).name()));
            }
            statement.execute();
            return true;
        } catch (SQLException e) {
            // Class 23 is what constraints say; anything else is a mistake of these tests.
            if (!String.valueOf(e.getSQLState()).startsWith("23")) {
                throw e;
            }
            // Going back keeps the savepoint: the next would lie within it, and PostgreSQL walks through all of them.
            execute("ROLLBACK TO SAVEPOINT before; RELEASE SAVEPOINT before");
            return false;
        }
    }

    /** The first column of a query. */
    public List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = superuser.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }

    /** Changes something else. */
    public void execute(String sql) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute(sql);
        }
    }
}
