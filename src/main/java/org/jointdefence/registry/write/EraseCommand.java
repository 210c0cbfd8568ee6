package org.jointdefence.registry.write;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jointdefence.registry.database.Transactions;
import org.jointdefence.registry.selection.model.Entities;
import org.jointdefence.registry.selection.model.GlobalId;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Erases values of a record and of its changes at start and then exits, in the profile {@code erase}. */
@ApplicationScoped
class EraseCommand {

    private static final Logger LOG = Logger.getLogger(EraseCommand.class);

    private static final String ERASE =
            "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT vault.erase(?, ?, ?::text[], ?, ?, ?); COMMIT";

    /** SQLSTATE of refusals by {@code vault.erase}, whose messages name settings, tables and fields only. */
    private static final String INVALID_PARAMETER = "22023";

    private final ErasureConfig config;
    private final DataSource database;

    EraseCommand(ErasureConfig config, DataSource database) {
        this.config = config;
        this.database = database;
    }

    void erase(@Observes StartupEvent start) {
        if (!config.only()) {
            return;
        }
        try {
            LOG.infof("%d changes erased", changes());
        } catch (SQLException e) {
            // The only kind of failure for which Quarkus prints just the message before it exits with 1.
            throw new ConfigurationException("Nothing was erased: " + reason(e));
        }
        Quarkus.asyncExit();
    }

    /** Erases, and returns the number of changes that lost values. */
    private long changes() throws SQLException {
        GlobalId record = GlobalId.of(config.record().orElse(null));
        if (record == null) {
            throw new ConfigurationException("registry.erasure.record is not the id of a record");
        }
        return Transactions.run(database, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ERASE)) {
                statement.setString(1, Entities.snakeCase(record.type()));
                statement.setObject(2, UUID.fromString(record.uuid()));
                Transactions.bind(
                        statement,
                        3,
                        config.fields().orElse(List.of()).stream()
                                .map(field -> Entities.snakeCase(field.strip()))
                                .toArray(String[]::new));
                statement.setString(4, config.reason().orElse(null));
                statement.setString(5, config.operator().orElse(null));
                statement.setString(6, config.nation().orElse(null));
                statement.execute();
                statement.getMoreResults();
                try (ResultSet changes = statement.getResultSet()) {
                    changes.next();
                    return changes.getLong(1);
                }
            }
        });
    }

    private static String reason(SQLException failure) {
        if (INVALID_PARAMETER.equals(failure.getSQLState()) && failure instanceof PSQLException refusal) {
            ServerErrorMessage message = Objects.requireNonNull(refusal.getServerErrorMessage());
            return String.valueOf(message.getMessage());
        }
        return "SQLSTATE " + failure.getSQLState();
    }
}
