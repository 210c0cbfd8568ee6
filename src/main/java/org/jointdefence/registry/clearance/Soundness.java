package org.jointdefence.registry.clearance;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Refuses to start on a database in which the service's own role could see past the redaction (DESIGN 3). */
@ApplicationScoped
class Soundness {

    private static final String UNDEFINED_FUNCTION = "42883";
    private static final String UNDEFINED_SCHEMA = "3F000";

    private final DataSource database;

    Soundness(DataSource database) {
        this.database = database;
    }

    void check(@Observes StartupEvent start) {
        List<String> findings = findings(database);
        if (!findings.isEmpty()) {
            throw new PreventFurtherStepsException(
                    "The registry does not start on this database: " + String.join("; ", findings), 1);
        }
    }

    /** What is wrong with the database, as it says itself through this connection's role; nothing when it is sound. */
    static List<String> findings(DataSource database) {
        List<String> findings = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM registry.unsound()")) {
            while (rows.next()) {
                findings.add(rows.getString(1));
            }
        } catch (SQLException failure) {
            findings.add(
                    switch (String.valueOf(failure.getSQLState())) {
                        case UNDEFINED_FUNCTION, UNDEFINED_SCHEMA ->
                            "it lacks registry.unsound(); run the migrations first";
                        default -> "it cannot be asked (SQLSTATE " + failure.getSQLState() + ")";
                    });
        }
        return findings;
    }
}
