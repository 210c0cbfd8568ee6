package org.jointdefence.registry.equivalence.reference;

import graphql.schema.DataFetchingEnvironment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The value of a field that is a connection. */
final class ReferenceConnection {
    /** A record at its place. */
    record Edge(String cursor, ReferenceRow node) {}

    /** How many records have a value. */
    record Count(@Nullable String key, int count) {}

    private final String type;
    private final List<ReferenceRow> matching;
    private final ReferencePage page;
    private final ReferenceCursors cursors;
    private final ReferenceRules rules;
    private final ReferenceTexts texts;

    ReferenceConnection(
            String type,
            List<ReferenceRow> matching,
            ReferencePage page,
            ReferenceCursors cursors,
            ReferenceRules rules,
            ReferenceTexts texts) {
        this.type = type;
        this.matching = matching;
        this.page = page;
        this.cursors = cursors;
        this.rules = rules;
        this.texts = texts;
    }

    Object get(DataFetchingEnvironment environment) {
        return switch (environment.getField().getName()) {
            case "nodes" -> page.rows();
            case "edges" ->
                page.rows().stream().map(row -> new Edge(cursors.at(row), row)).toList();
            case "pageInfo" -> pageInfo();
            case "totalCount" -> rules.totalCount(matching, page.rows());
            case "countBy" -> countBy(column(environment, "CountField"));
            case "totals" -> totals(column(environment, "TotalField"));
            default -> throw new IllegalStateException(environment.getField().getName());
        };
    }

    private String column(DataFetchingEnvironment environment, String enumeration) {
        Object value = environment.getArgument("field");
        // Null for a field of totals means what nothing means: the first that there is.
        return value == null
                ? ReferenceAssociations.snakeCase(firstMoney(environment))
                : ReferenceAssociations.snakeCase(
                        ReferenceOrder.name(environment.getGraphQLSchema(), type + enumeration, value));
    }

    private String firstMoney(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getGraphQLSchema().getObjectType(type)).getFieldDefinitions().stream()
                .filter(field -> "Money"
                        .equals(graphql.schema.GraphQLTypeUtil.simplePrint(
                                graphql.schema.GraphQLTypeUtil.unwrapNonNull(field.getType()))))
                .findFirst()
                .orElseThrow()
                .getName();
    }

    private Map<String, @Nullable Object> pageInfo() {
        List<ReferenceRow> rows = page.rows();
        Map<String, @Nullable Object> info = new LinkedHashMap<>();
        info.put("hasNextPage", page.hasNext());
        info.put("hasPreviousPage", page.hasPrevious());
        info.put("startCursor", rows.isEmpty() ? null : cursors.at(rows.getFirst()));
        info.put("endCursor", rows.isEmpty() ? null : cursors.at(rows.getLast()));
        return info;
    }

    private List<Count> countBy(String column) {
        Map<@Nullable String, Integer> counts = new LinkedHashMap<>();
        matching.forEach(row -> counts.merge((String) row.get(column), 1, Integer::sum));
        List<Count> groups = new ArrayList<>();
        counts.forEach((key, count) -> groups.add(new Count(key, count)));
        Comparator<Count> byCount = (one, other) -> rules.moreFrequent(one.count(), other.count());
        groups.sort(byCount.thenComparing((one, other) -> compareKeys(one.key(), other.key())));
        return groups;
    }

    private int compareKeys(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? 1 : -1;
        }
        return texts.compare(one, other);
    }

    private List<Map<String, @Nullable Object>> totals(String column) {
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (ReferenceRow row : matching) {
            if (row.get(column + "_amount") instanceof BigDecimal amount) {
                sums.merge((String) Objects.requireNonNull(row.get(column + "_currency")), amount, BigDecimal::add);
            }
        }
        return sums.keySet().stream()
                .sorted(texts::compare)
                .map(currency -> {
                    Map<String, @Nullable Object> money = new LinkedHashMap<>();
                    money.put("amount", ReferenceTexts.number(Objects.requireNonNull(sums.get(currency)), "amount"));
                    money.put("currency", currency);
                    return money;
                })
                .toList();
    }
}
