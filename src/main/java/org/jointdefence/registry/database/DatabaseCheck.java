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
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start on a database in which the service's own role could bypass the redaction. */
@ApplicationScoped
class DatabaseCheck {

    private static final String FINDINGS = "SELECT * FROM registry.violations()";
    private static final String UNDEFINED_FUNCTION = "42883";
    private static final String UNDEFINED_SCHEMA = "3F000";
    private static final String CONNECTION_EXCEPTION = "08";
    private static final String CONNECTION_REJECTED = "08004";
    private static final String INVALID_AUTHORIZATION = "28";

    private final FutureTask<List<String>> question;

    /** Erasing needs a role that may do more than the service's, and serves nobody. */
    DatabaseCheck(
            DataSource database,
            @ConfigProperty(name = "registry.erasure.only", defaultValue = "false") boolean erasesOnly) {
        this.question = new FutureTask<>(() -> erasesOnly ? List.of() : findings(database));
    }

    /** Runs the check in parallel with the rest of the start, once the tenants of the identity provider are set up. */
    void ask(@Observes Oidc tenants) {
        Thread.ofPlatform().daemon().name("database-check").start(question);
    }

    /** The service does not listen before this method has returned. */
    void check(@Observes StartupEvent start) throws InterruptedException, ExecutionException {
        // Runs the check if it is not yet running; otherwise this has no effect.
        question.run();
        List<String> findings = question.get();
        if (!findings.isEmpty()) {
            // The only kind of failure for which Quarkus prints just the message before it exits.
            throw new ConfigurationException(
                    "The registry does not start on this database: " + String.join("; ", findings));
        }
    }

    /** The violations that the database reports to the role of this connection; empty if there are none. */
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

    /** Why the check could not run, from the SQLSTATE alone: the server's message may contain values. */
    private static String unanswered(String state) {
        if (state.equals(UNDEFINED_FUNCTION) || state.equals(UNDEFINED_SCHEMA)) {
            return "registry.violations() is missing; run the migrations first";
        }
        if (state.startsWith(INVALID_AUTHORIZATION) || state.equals(CONNECTION_REJECTED)) {
            return "it rejects quarkus.datasource.username and password (SQLSTATE %s)".formatted(state);
        }
        if (state.startsWith(CONNECTION_EXCEPTION)) {
            return "it cannot be reached at quarkus.datasource.jdbc.url, or its certificate is not trusted (SQLSTATE %s)"
                    .formatted(state);
        }
        return "the check failed (SQLSTATE %s)".formatted(state);
    }
}
