import io.vertx.core.Vertx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Measures the registry's work without GraphQL: the same statements through JDBC, and hand-written code that converts their
 * rows to JSON. It serves {@code /<question>} and ignores the rest of a request.
 *
 * <p>Arguments: port, JDBC URL, and a directory with the statements that the registry sent for each question: {@code
 * <question>.sql} has one round trip per line, {@code <question>.values} one parameter of the first round trip per line. The
 * only parameter of the others is the keys of the rows above.
 */
public final class Limit {
    private static final int CONNECTIONS = 16;
    private static final String[] FIRM = {"id", "legalName", "status", "vettingNotes"};
    static final String[] PAGE_FIRM = {"id", "legalName", "status", "vettingNotes", "website", "withheld"};
    static final String[] RECORD_FIRM = {
        "id", "legalName", "status", "vettingNotes", "website", "withheld", "foreignOwnershipAssessment", "jurisdiction"
    };
    private static final String[] FACILITY = {"id", "name", "status", "annualCapacity"};
    private static final String[] SYSTEM = {"id", "codeName", "capabilityCategory", "designation", "maximumRangeKm"};

    /** The round trips of a question and their parameters. */
    private record Statements(List<String> sql, List<String> values) {
        /** The number of statements in the first round trip before those that read. */
        long preamble() {
            return List.of(sql.get(0).split(";")).stream()
                    .filter(text -> text.equals("BEGIN READ ONLY") || text.contains("set_config("))
                    .count();
        }
    }

    private final BlockingQueue<Connection> pool = new ArrayBlockingQueue<>(CONNECTIONS);
    private final Map<String, Statements> questions = new HashMap<>();

    public static void main(String[] arguments) throws Exception {
        Limit limit = new Limit();
        for (String name : List.of("record", "page", "deep", "nested", "filter", "search")) {
            limit.questions.put(
                    name,
                    new Statements(
                            Files.readAllLines(Path.of(arguments[2], name + ".sql")),
                            Files.readAllLines(Path.of(arguments[2], name + ".values"))));
        }
        Properties properties = new Properties();
        properties.setProperty("user", "registry_app");
        properties.setProperty("password", "registry");
        properties.setProperty("prepareThreshold", "1");
        properties.setProperty("binaryTransfer", "false");
        properties.setProperty(
                "options",
                "-c default_transaction_isolation=repeatable\\ read -c jit=off");
        for (int i = 0; i < CONNECTIONS; i++) {
            limit.pool.add(DriverManager.getConnection(arguments[1], properties));
        }
        limit.serve(Integer.parseInt(arguments[0]));
    }

    private void serve(int port) {
        Vertx vertx = Vertx.vertx();
        vertx.createHttpServer()
                .requestHandler(request -> request.body()
                        .compose(body -> vertx.executeBlocking(() -> answer(request.path().substring(1)), false))
                        .onSuccess(json -> request.response()
                                .putHeader("Content-Type", "application/json")
                                .end(json))
                        .onFailure(failure -> {
                            failure.printStackTrace();
                            request.response().setStatusCode(500).end();
                        }))
                .listen(port, "127.0.0.1");
    }

    private String answer(String name) throws Exception {
        Connection connection = pool.take();
        try (PreparedStatement first = open(connection, questions.get(name))) {
            StringBuilder json = new StringBuilder(16384).append("{\"data\":{");
            switch (name) {
                case "record" -> record(first.getResultSet(), json);
                case "filter" -> filter(first, json);
                case "nested" -> nested(connection, first.getResultSet(), questions.get(name), json);
                case "search" -> firms(first.getResultSet(), FIRM, json);
                default -> firms(first.getResultSet(), PAGE_FIRM, json);
            }
            return json.append("}}").toString();
        } finally {
            pool.add(connection);
        }
    }

    /** Executes the first round trip as the registry does, and skips the results before those that are read. */
    private static PreparedStatement open(Connection connection, Statements statements) throws SQLException {
        PreparedStatement first = connection.prepareStatement(statements.sql().get(0));
        for (int i = 0; i < statements.values().size(); i++) {
            first.setString(1 + i, statements.values().get(i));
        }
        first.execute();
        for (long i = statements.preamble(); i > 0; i--) {
            first.getMoreResults();
        }
        return first;
    }

    private static ResultSet below(PreparedStatement statement, StringBuilder keys) throws SQLException {
        statement.setString(1, keys.append('}').toString());
        // Not executeQuery, because the last round trip includes COMMIT.
        statement.execute();
        return statement.getResultSet();
    }

    private static void record(ResultSet firm, StringBuilder json) throws SQLException {
        firm.next();
        json.append("\"firm\":");
        object(firm, 1, RECORD_FIRM, json);
        json.append('}');
    }

    private static void filter(PreparedStatement first, StringBuilder json) throws SQLException {
        ResultSet count = first.getResultSet();
        count.next();
        json.append("\"countOfFirms\":").append(count.getString(1)).append(',');
        first.getMoreResults();
        firms(first.getResultSet(), FIRM, json);
    }

    private static void firms(ResultSet rows, String[] names, StringBuilder json) throws SQLException {
        json.append("\"firms\":[");
        for (int shown = 0; rows.next() && shown < 20; shown++) {
            if (shown > 0) {
                json.append(',');
            }
            object(rows, 1, names, json);
            json.append('}');
        }
        json.append(']');
    }

    private void nested(Connection connection, ResultSet firms, Statements statements, StringBuilder json)
            throws SQLException {
        StringBuilder firmKeys = new StringBuilder("{");
        StringBuilder[] firm = new StringBuilder[20];
        int firmCount = 0;
        while (firmCount < 20 && firms.next()) {
            firmKeys.append(firmCount > 0 ? "," : "").append(firms.getString(1));
            object(firms, 1, FIRM, firm[firmCount++] = new StringBuilder(2048));
        }
        try (PreparedStatement two = connection.prepareStatement(statements.sql().get(1));
                PreparedStatement three = connection.prepareStatement(statements.sql().get(2))) {
            ResultSet facilities = below(two, firmKeys);
            StringBuilder facilityKeys = new StringBuilder("{");
            StringBuilder[] facility = new StringBuilder[20 * firmCount];
            int[] firmOf = new int[facility.length];
            int count = 0;
            while (facilities.next()) {
                facilityKeys.append(count > 0 ? "," : "").append(facilities.getString(2));
                firmOf[count] = facilities.getInt(1) - 1;
                object(facilities, 2, FACILITY, facility[count++] = new StringBuilder(512));
            }
            ResultSet systems = below(three, facilityKeys);
            boolean[] begun = new boolean[count];
            while (systems.next()) {
                int parent = systems.getInt(1) - 1;
                facility[parent].append(begun[parent] ? "," : ",\"systems\":[");
                begun[parent] = true;
                object(systems, 2, SYSTEM, facility[parent]);
                facility[parent].append('}');
            }
            boolean[] firmBegun = new boolean[firmCount];
            for (int i = 0; i < count; i++) {
                firm[firmOf[i]].append(firmBegun[firmOf[i]] ? "," : ",\"facilities\":[").append(facility[i]);
                firmBegun[firmOf[i]] = true;
                firm[firmOf[i]].append(begun[i] ? "]}" : ",\"systems\":[]}");
            }
            json.append("\"firms\":[");
            for (int i = 0; i < firmCount; i++) {
                json.append(i > 0 ? "," : "").append(firm[i]).append(firmBegun[i] ? "]}" : ",\"facilities\":[]}");
            }
            json.append(']');
        }
    }

    /** Appends a row as an object, without the closing brace. */
    private static void object(ResultSet row, int from, String[] names, StringBuilder json) throws SQLException {
        for (int i = 0; i < names.length; i++) {
            json.append(i == 0 ? "{\"" : ",\"").append(names[i]).append("\":");
            value(names[i], row.getString(from + i), json);
        }
    }

    /** The value of a field; null is JSON's null. */
    static void value(String name, String value, StringBuilder json) {
        switch (name) {
            case "annualCapacity", "maximumRangeKm", "withheld" -> json.append(value);
            default -> string(value, json);
        }
    }

    private static void string(String value, StringBuilder json) {
        if (value == null) {
            json.append("null");
            return;
        }
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
