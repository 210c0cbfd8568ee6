package org.jointdefence.registry.selection.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jointdefence.registry.Vault;
import org.jointdefence.registry.selection.model.Attribute;
import org.jointdefence.registry.selection.model.EntityType;
import org.jointdefence.registry.selection.model.SchemaModel;

/** The columns of the views that are classified, are labels, or reveal labels, by their names in the database. */
final class SensitiveColumns {
    private static final Pattern SOURCE = Pattern.compile("registry\\.(\\w+) (\\w+)");
    private static final Pattern COLUMN = Pattern.compile("\\b(\\w+)\\.(\\w+)");
    private static final Pattern WHOLE_ROW = Pattern.compile("\\b(\\w+)::text");
    private static final String LINK = "l";
    private static final String LABEL_SUFFIX = "_label";

    /**
     * A sensitive column, or the presence of a row.
     *
     * @param column empty for the presence of a row
     * @param names the possible names in the log
     */
    record Column(String view, String column, Set<String> names) implements Comparable<Column> {
        boolean isPresence() {
            return column.isEmpty();
        }

        @Override
        public int compareTo(Column other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return view + (isPresence() ? "" : "." + column);
        }
    }

    private final Map<String, Map<String, Column>> byView = new TreeMap<>();

    private SensitiveColumns(SchemaModel model) {
        Map<String, Set<String>> views = Vault.rows(
                        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'registry'")
                .stream()
                .collect(Collectors.groupingBy(
                        row -> Objects.requireNonNull(row.get("table_name")),
                        Collectors.mapping(row -> Objects.requireNonNull(row.get("column_name")), Collectors.toSet())));
        views.forEach((view, columns) -> {
            if (columns.contains("label")) {
                byView.put(view, sensitive(model, view, columns));
            }
        });
    }

    static SensitiveColumns of(SchemaModel model) {
        return new SensitiveColumns(model);
    }

    private static Map<String, Column> sensitive(SchemaModel model, String view, Set<String> columns) {
        Map<String, Column> sensitive = new HashMap<>();
        Optional<EntityType> entityType = model.entityTypes().stream()
                .filter(each -> each.view().equals("registry." + view))
                .findAny();
        sensitive.put("", new Column(view, "", presence(model, view, entityType)));
        // All other views are those of links and portions, whose rows are themselves sensitive.
        if (entityType.isPresent()) {
            String name = entityType.get().name() + ".";
            for (String column : columns) {
                if (column.equals("label")) {
                    sensitive.put(column, new Column(view, column, Set.of(name + "label")));
                } else if (column.equals("withheld")) {
                    if (columns.stream().anyMatch(other -> other.endsWith(LABEL_SUFFIX))) {
                        sensitive.put(column, new Column(view, column, Set.of(name + "withheld")));
                    }
                } else if (!column.endsWith(LABEL_SUFFIX)) {
                    columns.stream()
                            .filter(label -> label.endsWith(LABEL_SUFFIX))
                            .map(label -> label.substring(0, label.length() - LABEL_SUFFIX.length()))
                            .filter(field -> column.equals(field) || column.startsWith(field + "_"))
                            .findAny()
                            .ifPresent(field ->
                                    sensitive.put(column, new Column(view, column, Set.of(name + camelCase(field)))));
                }
            }
        }
        return sensitive;
    }

    /** The log names a row by its entity type, or by the association that leads to it. */
    private static Set<String> presence(SchemaModel model, String view, Optional<EntityType> entityType) {
        Set<String> names = new HashSet<>();
        entityType.ifPresent(each -> names.add(each.name()));
        Predicate<Attribute.Association> leads =
                association -> association.view().equals("registry." + view)
                        || (association.path() instanceof Attribute.Path.ByLink link
                                && link.link().equals("registry." + view));
        model.entityTypes().forEach(owner -> owner.associations()
                .filter(leads)
                .forEach(association -> names.add(owner.name() + "." + association.name())));
        return names;
    }

    private static String camelCase(String snakeCase) {
        String[] words = snakeCase.split("_", -1);
        return words[0]
                + Stream.of(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }

    /** All sensitive columns, without the presences of rows. */
    Set<Column> all() {
        return byView.values().stream()
                .flatMap(columns -> columns.values().stream())
                .filter(column -> !column.isPresence())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The sensitive columns that a statement reads. */
    Set<Column> in(String sql) {
        Map<String, Set<String>> views = new HashMap<>();
        Set<Column> touched = new LinkedHashSet<>();
        for (Matcher source = SOURCE.matcher(sql); source.find(); ) {
            views.computeIfAbsent(source.group(2), alias -> new HashSet<>()).add(source.group(1));
            add(touched, source.group(1), column -> column.isPresence());
        }
        for (Matcher column = COLUMN.matcher(sql); column.find(); ) {
            String name = column.group(2);
            if (column.group(1).equals(LINK)) {
                // The choice of a link, and its existence, are its presence.
                continue;
            }
            views.getOrDefault(column.group(1), Set.of())
                    .forEach(view -> add(touched, view, each -> each.column().equals(name)));
        }
        for (Matcher row = WHOLE_ROW.matcher(sql); row.find(); ) {
            views.getOrDefault(row.group(1), Set.of())
                    .forEach(view -> add(touched, view, each -> !Set.of("", "label", "withheld")
                            .contains(each.column())));
        }
        return touched;
    }

    private void add(Set<Column> touched, String view, Predicate<Column> which) {
        List<Column> columns = byView.getOrDefault(view, Map.of()).values().stream()
                .filter(which)
                .toList();
        touched.addAll(columns);
    }
}
