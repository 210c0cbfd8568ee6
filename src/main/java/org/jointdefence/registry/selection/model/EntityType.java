package org.jointdefence.registry.selection.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jointdefence.registry.mapping.NaturalOrder;
import org.jointdefence.registry.mapping.RootField;
import org.jspecify.annotations.Nullable;

/** An object type of the schema and the redacting view that its objects come from. */
public final class EntityType {
    /** The column of every record, link and portion with the number of its own label, and the field that shows it. */
    public static final String LABEL = "label";

    private final String name;
    private final String description;
    private final String view;
    private final String key;
    private final @Nullable RootField root;
    private final @Nullable NaturalOrder natural;
    private final boolean recorded;
    private final Map<String, Attribute> members = new LinkedHashMap<>();
    private @Nullable String withheld;

    public EntityType(
            String name,
            String description,
            String view,
            String key,
            @Nullable RootField root,
            @Nullable NaturalOrder natural,
            boolean recorded) {
        this.name = name;
        this.description = description;
        this.view = view;
        this.key = key;
        this.root = root;
        this.natural = natural;
        this.recorded = recorded;
    }

    public String name() {
        return name;
    }

    public String description() {
        return description;
    }

    /** The view, with its schema. */
    public String view() {
        return view;
    }

    /** The column that tells its rows apart, and the order of those that have no other. */
    public String key() {
        return key;
    }

    /** How callers can ask for it by itself; null for a concept that is only reached through others. */
    @Nullable
    public RootField root() {
        return root;
    }

    /**
     * The order of its objects when none is asked for, before the key tells equals apart.
     *
     * @param descending whether the greatest comes first
     */
    public record Natural(Attribute.Column column, boolean descending) {}

    /** How its objects are ordered when no order is asked for; empty for what is ordered by its key alone. */
    public Optional<Natural> natural() {
        return Optional.ofNullable(natural).map(order -> new Natural(ordering(order.value()), order.descending()));
    }

    /** The column that a field orders by. */
    private Attribute.Column ordering(String field) {
        return switch (members.get(field)) {
            case Attribute.Column column -> column;
            case Attribute.Association association when association.isCode() -> association.code();
            case null, default -> throw new IllegalStateException(name + " is not ordered by " + field);
        };
    }

    /** Whether connections to it exist: everything else is only listed. */
    public boolean isConnected() {
        return root != null && !root.listed();
    }

    /** The name of the root field for one of it. */
    public String singular() {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Whether it has a global id, by which {@code node} finds it. */
    public boolean isNode() {
        return members.get("id") instanceof Attribute.Column id && id.scalar().equals(Scalar.ID);
    }

    /** Whether its rows have a label of their own. */
    public boolean isLabelled() {
        return members.containsKey(LABEL);
    }

    /** Whether it is a record: has a global id and a label. */
    public boolean isRecord() {
        return isNode() && isLabelled();
    }

    /** The field with the names of those that the caller may not read; null if it has none. */
    @Nullable
    public String withheld() {
        return withheld;
    }

    public void withheldBy(String field) {
        withheld = field;
    }

    /** Whether every read of it goes into the log. */
    public boolean isRecorded() {
        return recorded;
    }

    /** What makes its classified columns classified, once for each field. */
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

    public void add(Attribute member) {
        if (members.put(member.name(), member) != null) {
            throw new IllegalStateException(name + " has two fields named " + member.name());
        }
    }

    private <T extends Attribute> Stream<T> members(Class<T> kind) {
        return members.values().stream().filter(kind::isInstance).map(kind::cast);
    }
}
