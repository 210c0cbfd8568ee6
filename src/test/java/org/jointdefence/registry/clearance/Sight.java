package org.jointdefence.registry.clearance;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jointdefence.registry.Vault;
import org.jointdefence.registry.clearance.AccessMatrix.Access;
import org.jointdefence.registry.clearance.AccessMatrix.Row;
import org.jointdefence.registry.clearance.Shape.Association;
import org.jointdefence.registry.clearance.Shape.Leaf;
import org.jspecify.annotations.Nullable;

/** What one persona ought to see: the vault's own rows, as far as the matrix lets them be seen. */
final class Sight {

    /** Shorter texts may stand in an answer by chance. */
    private static final int TELLING = 6;

    private static final String AMOUNT = "_amount";

    /** By concept and record. The demo is the same wherever it is loaded, so that once is enough. */
    private static final Map<String, Map<String, Map<String, @Nullable String>>> VAULT = new ConcurrentHashMap<>();

    /** The records of a concept by one of its values. */
    private static final Map<List<Object>, List<String>> ORDERS = new ConcurrentHashMap<>();

    private final AccessMatrix matrix;
    private final Map<String, Shape> shapes;
    private final String persona;

    /** By concept, record and field; the record itself has an empty field. */
    private final Map<List<String>, Access> access = new HashMap<>();

    Sight(AccessMatrix matrix, Map<String, Shape> shapes, String persona) {
        this.matrix = matrix;
        this.shapes = shapes;
        this.persona = persona;
        shapes.values().forEach(shape -> VAULT.computeIfAbsent(shape.concept(), missing -> rows(shape)));
        matrix.rows().stream()
                .filter(row -> !row.isLink())
                .forEach(row -> access.put(List.of(row.concept(), row.record(), row.field()), row.access(persona)));
    }

    private static Map<String, Map<String, @Nullable String>> rows(Shape shape) {
        Map<String, Map<String, @Nullable String>> rows = new LinkedHashMap<>();
        Vault.rows("SELECT * FROM vault." + shape.table() + " ORDER BY id")
                .forEach(row -> rows.put(String.valueOf(row.get("id")), row));
        return rows;
    }

    String persona() {
        return persona;
    }

    Collection<Shape> shapes() {
        return shapes.values();
    }

    Shape shape(String concept) {
        return Objects.requireNonNull(shapes.get(concept), concept);
    }

    /** All records that there are, hidden ones too. */
    Set<String> all(String concept) {
        return rows(concept).keySet();
    }

    boolean sees(String concept, String record) {
        return access.get(List.of(concept, record, "")) == Access.VISIBLE;
    }

    Set<String> visible(String concept) {
        Set<String> visible = new TreeSet<>(all(concept));
        visible.removeIf(record -> !sees(concept, record));
        return visible;
    }

    boolean reads(String concept, String record, String field) {
        return access.get(List.of(concept, record, field)) == Access.VISIBLE;
    }

    /** The fields of a visible record that have this access. */
    Set<String> fields(String concept, String record, Access wanted) {
        Set<String> fields = new TreeSet<>();
        for (Leaf leaf : shape(concept).leaves()) {
            if (access.get(List.of(concept, record, leaf.field())) == wanted) {
                fields.add(leaf.field());
            }
        }
        return fields;
    }

    /** A value that the persona may see; null when it is absent, withheld or its record hidden. */
    @Nullable
    String value(String concept, String record, Leaf leaf) {
        return reads(concept, record, leaf.field()) ? column(concept, record, leaf.column()) : null;
    }

    /** What the persona is shown of a value, as an answer writes it. */
    @Nullable
    String shown(String concept, String record, Leaf leaf) {
        return reads(concept, record, leaf.field()) ? shown(concept, record, leaf.column()) : null;
    }

    /** A column as it is shown: an amount has the digits of its currency (ISO 4217), whatever was written into the table. */
    @Nullable
    String shown(String concept, String record, String column) {
        String value = column(concept, record, column);
        if (value == null || !column.endsWith(AMOUNT)) {
            return value;
        }
        String currency = column(concept, record, column.substring(0, column.length() - AMOUNT.length()) + "_currency");
        int digits =
                Currency.getInstance(Objects.requireNonNull(currency, column)).getDefaultFractionDigits();
        return new BigDecimal(value).setScale(digits).toPlainString();
    }

    /** The records whose value the persona is shown. */
    Map<String, String> values(String concept, Leaf leaf) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String record : visible(concept)) {
            String value = value(concept, record, leaf);
            if (value != null) {
                values.put(record, value);
            }
        }
        return values;
    }

    /** All records by a value, as the database itself orders them. */
    List<String> order(String concept, Leaf leaf) {
        return ORDERS.computeIfAbsent(
                List.of(concept, leaf),
                missing -> Vault.column("SELECT id FROM vault.%s ORDER BY %s, id"
                        .formatted(shape(concept).table(), leaf.column())));
    }

    /** Every value that the column has, seen or not. */
    Set<String> allValues(String concept, Leaf leaf) {
        Set<String> values = new LinkedHashSet<>();
        for (Map<String, @Nullable String> row : rows(concept).values()) {
            String value = row.get(leaf.column());
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** What is really in a column. */
    @Nullable
    String column(String concept, String record, String column) {
        return row(concept, record).get(column);
    }

    /** The records that a visible record leads to, as far as the persona sees them and the way to them. */
    Set<String> targets(String concept, String record, Association association) {
        Set<String> targets = new TreeSet<>();
        switch (association) {
            case Association.Linked linked -> {
                for (Row row : matrix.rows()) {
                    String from = linked.backward() ? row.target() : row.record();
                    if (row.isLink()
                            && row.concept().equals(linked.owner())
                            && row.field().equals(linked.ownerField())
                            && from.equals(record)
                            && row.access(persona) == Access.VISIBLE) {
                        targets.add(linked.backward() ? row.record() : row.target());
                    }
                }
            }
            case Association.Through through -> {
                for (String way : visible(through.concept())) {
                    if (record.equals(column(through.concept(), way, through.column()))) {
                        targets.add(String.valueOf(column(through.concept(), way, through.targetColumn())));
                    }
                }
            }
            case Association.Children children -> {
                targets.addAll(visible(children.target()));
                targets.removeIf(child -> !record.equals(column(children.target(), child, children.column())));
            }
            case Association.Parent parent -> {
                String target = column(concept, record, parent.column());
                if (target != null) {
                    targets.add(target);
                }
            }
        }
        return targets;
    }

    /** The texts that no answer to this persona may contain: what is hidden or withheld and stands nowhere visible. */
    Set<String> secrets() {
        Set<String> secrets = new HashSet<>();
        StringBuilder open = new StringBuilder();
        for (Shape shape : shapes.values()) {
            for (String record : all(shape.concept())) {
                row(shape.concept(), record).forEach((column, value) -> {
                    if (value == null || column.endsWith("label")) {
                        return;
                    }
                    if (shows(shape, record, column)) {
                        open.append(value).append('\n');
                    } else if (value.length() >= TELLING) {
                        secrets.add(value);
                    }
                });
            }
        }
        secrets.removeIf(secret -> open.indexOf(secret) >= 0);
        return secrets;
    }

    private boolean shows(Shape shape, String record, String column) {
        return sees(shape.concept(), record)
                && shape.leaves().stream()
                        .filter(leaf -> leaf.column().equals(column))
                        .allMatch(leaf -> reads(shape.concept(), record, leaf.field()));
    }

    private Map<String, @Nullable String> row(String concept, String record) {
        return Objects.requireNonNull(rows(concept).get(record), record);
    }

    private Map<String, Map<String, @Nullable String>> rows(String concept) {
        return Objects.requireNonNull(VAULT.get(concept), concept);
    }
}
