package org.jointdefence.registry.database;

import io.quarkus.oidc.Oidc;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.sql.DataSource;

/** Refuses to start on a database in which the service's own role could see past the redaction. */
@ApplicationScoped
class DatabaseCheck {

    private static final String FINDINGS = "SELECT * FROM registry.violations()";
    private static final String UNDEFINED_FUNCTION = "42883";
    private static final String UNDEFINED_SCHEMA = "3F000";
    private static final String CONNECTION_EXCEPTION = "08";
    private static final String CONNECTION_REJECTED = "08004";
    private static final String INVALID_AUTHORIZATION = "28";

    private final FutureTask<List<String>> question;

    DatabaseCheck(DataSource database) {
        this.question = new FutureTask<>(() -> findings(database));
    }

    /** Asks beside the rest of the start, from when the tenants of the identity provider are set up. */
    void ask(@Observes Oidc tenants) {
        Thread.ofPlatform().daemon().name("database-check").start(question);
    }

    /** Nothing listens before this has returned. */
    void check(@Observes StartupEvent start) throws InterruptedException, ExecutionException {
        // If nobody has asked so far; otherwise this does nothing.
        question.run();
        List<String> findings = question.get();
        if (!findings.isEmpty()) {
            // The one kind of failure of which Quarkus prints nothing but the message before it exits.
            throw new ConfigurationException(
                    "The registry does not start on this database: " + String.join("; ", findings));
        }
    }

    /** What is wrong with the database, as it says itself through this connection's role; nothing when it is sound. */
    static List<String> findings(DataSource database) {
        List<String> findings = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(FINDINGS)) {
            while (rows.next()) {
                findings.add(rows.getString(1));
            }
        } catch (SQLException failure) {
            findings.add(unanswered(String.valueOf(failure.getSQLState())));
        }
        return findings;
    }

    /** Why the database did not say whether it is sound, from the SQLSTATE alone: its own words may hold values. */
    private static String unanswered(String state) {
        if (state.equals(UNDEFINED_FUNCTION) || state.equals(UNDEFINED_SCHEMA)) {
            return "it lacks registry.violations(); run the migrations first";
        }
        if (state.startsWith(INVALID_AUTHORIZATION) || state.equals(CONNECTION_REJECTED)) {
            return "it does not let the service in with quarkus.datasource.username and password (SQLSTATE %s)"
                    .formatted(state);
        }
        if (state.startsWith(CONNECTION_EXCEPTION)) {
            return "it cannot be reached, or trusted, at quarkus.datasource.jdbc.url (SQLSTATE %s)".formatted(state);
        }
        return "it cannot be asked (SQLSTATE %s)".formatted(state);
    }
}
