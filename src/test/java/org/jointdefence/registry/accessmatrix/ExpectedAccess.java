package org.jointdefence.registry.accessmatrix;

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
import org.jointdefence.registry.accessmatrix.AccessMatrix.Access;
import org.jointdefence.registry.accessmatrix.AccessMatrix.Row;
import org.jointdefence.registry.accessmatrix.Shape.Association;
import org.jointdefence.registry.accessmatrix.Shape.Leaf;
import org.jspecify.annotations.Nullable;

/** What one persona ought to see: the vault's own rows, as far as the matrix lets them be seen. */
public final class ExpectedAccess {

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

    public ExpectedAccess(AccessMatrix matrix, Map<String, Shape> shapes, String persona) {
        this.matrix = matrix;
        this.shapes = shapes;
        this.persona = persona;
        shapes.values().forEach(shape -> VAULT.computeIfAbsent(shape.entityType(), missing -> rows(shape)));
        matrix.rows().stream()
                .filter(row -> !row.isLink())
                .forEach(row -> access.put(List.of(row.entityType(), row.record(), row.field()), row.access(persona)));
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

    public Collection<Shape> shapes() {
        return shapes.values();
    }

    Shape shape(String entityType) {
        return Objects.requireNonNull(shapes.get(entityType), entityType);
    }

    /** All records that there are, hidden ones too. */
    Set<String> all(String entityType) {
        return rows(entityType).keySet();
    }

    public boolean sees(String entityType, String record) {
        return access.get(List.of(entityType, record, "")) == Access.VISIBLE;
    }

    public Set<String> visible(String entityType) {
        Set<String> visible = new TreeSet<>(all(entityType));
        visible.removeIf(record -> !sees(entityType, record));
        return visible;
    }

    boolean reads(String entityType, String record, String field) {
        return access.get(List.of(entityType, record, field)) == Access.VISIBLE;
    }

    /** The fields of a visible record that have this access. */
    Set<String> fields(String entityType, String record, Access wanted) {
        Set<String> fields = new TreeSet<>();
        for (Leaf leaf : shape(entityType).leaves()) {
            if (access.get(List.of(entityType, record, leaf.field())) == wanted) {
                fields.add(leaf.field());
            }
        }
        return fields;
    }

    /** A value that the persona may see; null when it is absent, withheld or its record hidden. */
    @Nullable
    String value(String entityType, String record, Leaf leaf) {
        return reads(entityType, record, leaf.field()) ? column(entityType, record, leaf.column()) : null;
    }

    /** What the persona is shown of a value, as an answer writes it. */
    @Nullable
    String shown(String entityType, String record, Leaf leaf) {
        return reads(entityType, record, leaf.field()) ? shown(entityType, record, leaf.column()) : null;
    }

    /** A column as it is shown: an amount has the digits of its currency (ISO 4217), whatever was written into the table. */
    @Nullable
    String shown(String entityType, String record, String column) {
        String value = column(entityType, record, column);
        if (value == null || !column.endsWith(AMOUNT)) {
            return value;
        }
        String currency =
                column(entityType, record, column.substring(0, column.length() - AMOUNT.length()) + "_currency");
        int digits =
                Currency.getInstance(Objects.requireNonNull(currency, column)).getDefaultFractionDigits();
        return new BigDecimal(value).setScale(digits).toPlainString();
    }

    /** The records whose value the persona is shown. */
    public Map<String, String> values(String entityType, Leaf leaf) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String record : visible(entityType)) {
            String value = value(entityType, record, leaf);
            if (value != null) {
                values.put(record, value);
            }
        }
        return values;
    }

    /** All records by a value, as the database itself orders them. */
    List<String> order(String entityType, Leaf leaf) {
        return ORDERS.computeIfAbsent(
                List.of(entityType, leaf),
                missing -> Vault.column("SELECT id FROM vault.%s ORDER BY %s, id"
                        .formatted(shape(entityType).table(), leaf.column())));
    }

    /** Every value that the column has, seen or not. */
    public Set<String> allValues(String entityType, Leaf leaf) {
        Set<String> values = new LinkedHashSet<>();
        for (Map<String, @Nullable String> row : rows(entityType).values()) {
            String value = row.get(leaf.column());
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** What is really in a column. */
    @Nullable
    String column(String entityType, String record, String column) {
        return row(entityType, record).get(column);
    }

    /** The records that a visible record leads to, as far as the persona sees them and the way to them. */
    Set<String> targets(String entityType, String record, Association association) {
        Set<String> targets = new TreeSet<>();
        switch (association) {
            case Association.Linked linked -> {
                for (Row row : matrix.rows()) {
                    String from = linked.backward() ? row.target() : row.record();
                    if (row.isLink()
                            && row.entityType().equals(linked.owner())
                            && row.field().equals(linked.ownerField())
                            && from.equals(record)
                            && row.access(persona) == Access.VISIBLE) {
                        targets.add(linked.backward() ? row.record() : row.target());
                    }
                }
            }
            case Association.Through through -> {
                for (String way : visible(through.entityType())) {
                    if (record.equals(column(through.entityType(), way, through.column()))) {
                        targets.add(String.valueOf(column(through.entityType(), way, through.targetColumn())));
                    }
                }
            }
            case Association.Children children -> {
                targets.addAll(visible(children.target()));
                targets.removeIf(child -> !record.equals(column(children.target(), child, children.column())));
            }
            case Association.Parent parent -> {
                String target = column(entityType, record, parent.column());
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
            for (String record : all(shape.entityType())) {
                row(shape.entityType(), record).forEach((column, value) -> {
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
        return sees(shape.entityType(), record)
                && shape.leaves().stream()
                        .filter(leaf -> leaf.column().equals(column))
                        .allMatch(leaf -> reads(shape.entityType(), record, leaf.field()));
    }

    private Map<String, @Nullable String> row(String entityType, String record) {
        return Objects.requireNonNull(rows(entityType).get(record), record);
    }

    private Map<String, Map<String, @Nullable String>> rows(String entityType) {
        return Objects.requireNonNull(VAULT.get(entityType), entityType);
    }
}
