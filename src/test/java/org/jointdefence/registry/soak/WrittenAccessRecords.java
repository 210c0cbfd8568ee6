package org.jointdefence.registry.soak;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jointdefence.registry.Persona;
import org.jointdefence.registry.RestartablePostgres;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the log says about who read what, as the superuser finds it.
 *
 * @param named persona and operation of each row that has an operation with a name of its own
 * @param bySubject how many rows each persona has
 */
record WrittenAccessRecords(List<String> named, Map<String, Integer> bySubject) {

    private static final String ROWS = """
            SELECT subject, operation_name FROM vault.reading WHERE refusal IS NULL AND entries <> ''""";

    static WrittenAccessRecords of(RestartablePostgres postgres) throws SQLException {
        List<String> named = new ArrayList<>();
        Map<String, Integer> bySubject = new HashMap<>();
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(ROWS)) {
            while (rows.next()) {
                bySubject.merge(rows.getString(1), 1, Integer::sum);
                if (String.valueOf(rows.getString(2)).startsWith(MixedCaller.NAME)) {
                    named.add(rows.getString(1) + " " + rows.getString(2));
                }
            }
        }
        return new WrittenAccessRecords(named, bySubject);
    }

    /**
     * Holds if every answer with something classified that was delivered has its row, and none to nobody has one.
     *
     * @param before what was written before the callers came
     */
    void check(WrittenAccessRecords before, List<MixedCaller> callers) {
        Set<String> classified = new HashSet<>();
        Set<String> unnamed = new HashSet<>();
        Map<String, Integer> disclosed = new HashMap<>();
        for (MixedCaller caller : callers) {
            for (MixedCaller.Delivery delivery : caller.sample()) {
                if (delivery.classified()) {
                    classified.add(delivery.persona() + " " + delivery.name());
                }
                if (delivery.persona().equals(Persona.ANONYMOUS.name())) {
                    unnamed.add(delivery.name());
                }
            }
            disclosed.merge(caller.persona(), caller.disclosed(), Integer::sum);
        }
        assertThat(classified).as("answers that the log must know").isNotEmpty();
        assertThat(named).doesNotHaveDuplicates().containsAll(classified);
        disclosed.forEach((persona, count) -> assertThat(
                        bySubject.getOrDefault(persona, 0) - before.bySubject.getOrDefault(persona, 0))
                .as("rows of %s, for %s answers", persona, count)
                .isGreaterThanOrEqualTo(count));
        assertThat(names()).as("of callers without a token").doesNotContainAnyElementsOf(unnamed);
    }

    private List<String> names() {
        return named.stream().map(row -> row.substring(row.indexOf(' ') + 1)).toList();
    }
}
