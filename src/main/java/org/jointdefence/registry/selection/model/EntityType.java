package org.jointdefence.registry.selection.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.RootField;
import org.jspecify.annotations.Nullable;

/** An object type of the schema, and the redacting view with its rows. */
public final class EntityType {
    /** The column with the number of a row's own label, in every record, link and portion, and the field for it. */
    public static final String LABEL = "label";

    /** The field with the day of a withdrawal. */
    public static final String WITHDRAWN_ON = "withdrawnOn";

    /** The field with the reason of a withdrawal. */
    public static final String WITHDRAWAL_REASON = "withdrawalReason";

    private final String name;
    private final String description;
    private final String view;
    private final String key;
    private final @Nullable RootField root;
    private final @Nullable NaturalOrder natural;
    private final boolean recorded;
    private final Labels labels;
    private final Map<String, Attribute> members = new LinkedHashMap<>();
    private @Nullable String withheld;
    private boolean connected;

    EntityType(
            String name,
            String description,
            String view,
            String key,
            @Nullable RootField root,
            @Nullable NaturalOrder natural,
            boolean recorded,
            Labels labels) {
        this.name = name;
        this.description = description;
        this.view = view;
        this.key = key;
        this.root = root;
        this.natural = natural;
        this.recorded = recorded;
        this.labels = labels;
        this.connected = root != null && !root.listed();
    }

    /** The place of the numbers of the labels under which something in a row is read. */
    public enum Labels {
        /** In a column for each classified field, and one for the row. */
        BY_COLUMN,
        /** The same for the labels of then, and in columns with the suffix {@code _now} for those of today. */
        THEN_AND_NOW,
        /** In one column for all that the row shows. */
        OF_ROW
    }

    public Labels labels() {
        return labels;
    }

    /** The columns with the numbers that the label column of the present has. */
    public List<String> labelColumns(String column) {
        return labels == Labels.THEN_AND_NOW ? List.of(column, column + "_now") : List.of(column);
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    /** The view, qualified with its schema. */
    public String view() {
        return view;
    }

    /** The key column, which also orders rows without another order. */
    public String key() {
        return key;
    }

    /** The root fields of the entity type; null if it is only reachable through associations. */
    @Nullable
    RootField root() {
        return root;
    }

    /**
     * The default order of its objects; the key breaks ties.
     *
     * @param descending whether the greatest value comes first
     */
    public record Natural(Attribute.Column column, boolean descending) {}

    /** The default order of its objects; empty for entity types ordered by their key alone. */
    public Optional<Natural> natural() {
        return Optional.ofNullable(natural).map(order -> new Natural(ordering(order.value()), order.descending()));
    }

    /** The column for an order by this field. */
    private Attribute.Column ordering(String field) {
        return switch (members.get(field)) {
            case Attribute.Column column -> column;
            case Attribute.Association association when association.isCode() -> association.code();
            case null, default -> throw new IllegalStateException(name + " cannot be ordered by " + field);
        };
    }

    /** Whether it has connections; otherwise it has only plain lists. */
    public boolean isConnected() {
        return connected;
    }

    void connected() {
        connected = true;
    }

    /** The name of the root field for a single object. */
    String singular() {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Whether it has a global id and can be found by {@code node}. */
    public boolean isNode() {
        return members.get("id") instanceof Attribute.Column id && id.scalar().equals(Scalar.ID);
    }

    /** Whether its rows have labels of their own. */
    public boolean isLabelled() {
        return members.containsKey(LABEL);
    }

    /** Whether it is a record, which has a global id and a label. */
    public boolean isRecord() {
        return isNode() && isLabelled();
    }

    /** Whether its records can be withdrawn. */
    public boolean isWithdrawable() {
        return members.containsKey(WITHDRAWN_ON);
    }

    /** Whether a field tells of the withdrawal of the record. */
    public static boolean tellsOfWithdrawal(Attribute.Column column) {
        return column.name().equals(WITHDRAWN_ON) || column.name().equals(WITHDRAWAL_REASON);
    }

    /** The field with the names of the fields that the caller may not read; null if there is none. */
    @Nullable
    public String withheld() {
        return withheld;
    }

    void withheldBy(String field) {
        withheld = field;
    }

    /** Whether every read of it is logged. */
    public boolean isRecorded() {
        return recorded;
    }

    /** The classifications of its columns, one for each field. */
    public Stream<Classification> classifications() {
        return Stream.concat(
                        columns().map(Attribute.Column::classification), groups().map(Attribute.Group::classification))
                .filter(Objects::nonNull);
    }

    public Collection<Attribute> members() {
        return members.values();
    }

    @Nullable
    public Attribute member(String name) {
        return members.get(name);
    }

    public Stream<Attribute.Column> columns() {
        return members(Attribute.Column.class);
    }

    public Stream<Attribute.Group> groups() {
        return members(Attribute.Group.class);
    }

    public Stream<Attribute.Association> associations() {
        return members(Attribute.Association.class);
    }

    void add(Attribute member) {
        if (members.put(member.name(), member) != null) {
            throw new IllegalStateException(name + " has two fields named " + member.name());
        }
    }

    private <T extends Attribute> Stream<T> members(Class<T> kind) {
        return members.values().stream().filter(kind::isInstance).map(kind::cast);
    }
}
