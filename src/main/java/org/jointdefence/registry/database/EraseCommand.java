package org.jointdefence.registry.database;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** Erases values of a record and of its changes at start and then exits, in the profile {@code erase}. */
@ApplicationScoped
class EraseCommand {

    private static final Logger LOG = Logger.getLogger(EraseCommand.class);

    private static final String ERASE =
            "BEGIN ISOLATION LEVEL READ COMMITTED; SELECT vault.erase(?, ?, ?::text[], ?, ?, ?); COMMIT";

    /** SQLSTATE of refusals by {@code vault.erase}, whose messages name settings, tables and fields only. */
    private static final String INVALID_PARAMETER = "22023";

    /** An id of the API, decoded. */
    private static final Pattern RECORD = Pattern.compile("([A-Z][A-Za-z]+):([0-9a-f-]{36})");

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
        Matcher record = RECORD.matcher(decoded(config.record().orElse("")));
        if (!record.matches()) {
            throw new ConfigurationException("registry.erasure.record is not the id of a record");
        }
        return Transactions.run(database, connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ERASE)) {
                statement.setString(1, snakeCase(record.group(1)));
                statement.setObject(2, UUID.fromString(record.group(2)));
                Transactions.bind(
                        statement,
                        3,
                        config.fields().orElse(List.of()).stream()
                                .map(EraseCommand::snakeCase)
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

    private static String decoded(String id) {
        try {
            return new String(Base64.getUrlDecoder().decode(id), ISO_8859_1);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }

    private static String snakeCase(String name) {
        return name.strip().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static String reason(SQLException failure) {
        if (INVALID_PARAMETER.equals(failure.getSQLState()) && failure instanceof PSQLException refusal) {
            ServerErrorMessage message = Objects.requireNonNull(refusal.getServerErrorMessage());
            return String.valueOf(message.getMessage());
        }
        return "SQLSTATE " + failure.getSQLState();
    }
}
