package org.jointdefence.registry.selection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An object type of the schema and the redacting view that its objects come from. */
final class Concept {
    private final String name;
    private final String description;
    private final String view;
    private final String key;
    private final @Nullable Root root;
    private final @Nullable NaturalOrder natural;
    private final boolean recorded;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private @Nullable String withheld;

    Concept(
            String name,
            String description,
            String view,
            String key,
            @Nullable Root root,
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

    String name() {
        return name;
    }

    String description() {
        return description;
    }

    /** The view, with its schema. */
    String view() {
        return view;
    }

    /** The column that tells its rows apart, and the order of those that have no other. */
    String key() {
        return key;
    }

    /** How callers can ask for it by itself; null for a concept that is only reached through others. */
    @Nullable
    Root root() {
        return root;
    }

    /**
     * The order of its objects when none is asked for, before the key tells equals apart.
     *
     * @param descending whether the greatest comes first
     */
    record Natural(Member.Column column, boolean descending) {}

    /** How its objects are ordered when no order is asked for; empty for what is ordered by its key alone. */
    Optional<Natural> natural() {
        return Optional.ofNullable(natural).map(order -> new Natural(ordering(order.value()), order.descending()));
    }

    /** The column that a field orders by. */
    private Member.Column ordering(String field) {
        return switch (members.get(field)) {
            case Member.Column column -> column;
            case Member.Association association when association.isCode() -> association.code();
            case null, default -> throw new IllegalStateException(name + " is not ordered by " + field);
        };
    }

    /** Whether connections to it exist: everything else is only listed. */
    boolean isConnected() {
        return root != null && !root.listed();
    }

    /** The name of the root field for one of it. */
    String singular() {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Whether it has a global id, by which {@code node} finds it. */
    boolean isNode() {
        return members.get("id") instanceof Member.Column id && id.scalar().equals(Scalar.ID);
    }

    /** Whether its rows have a label of their own. */
    boolean isLabelled() {
        return members.containsKey(Sensitivity.LABEL);
    }

    /** Whether it is a record: has a global id and a label. */
    boolean isRecord() {
        return isNode() && isLabelled();
    }

    /** The field with the names of those that the caller may not read; null if it has none. */
    @Nullable
    String withheld() {
        return withheld;
    }

    void withheldBy(String field) {
        withheld = field;
    }

    /** Whether every read of it goes into the log. */
    boolean isRecorded() {
        return recorded;
    }

    /** What makes its classified columns classified, once for each field. */
    Stream<Classification> classifications() {
        return Stream.concat(columns().map(Member.Column::classification), groups().map(Member.Group::classification))
                .filter(Objects::nonNull);
    }

    Collection<Member> members() {
        return members.values();
    }

    @Nullable
    Member member(String name) {
        return members.get(name);
    }

    Stream<Member.Column> columns() {
        return members(Member.Column.class);
    }

    Stream<Member.Group> groups() {
        return members(Member.Group.class);
    }

    Stream<Member.Association> associations() {
        return members(Member.Association.class);
    }

    void add(Member member) {
        if (members.put(member.name(), member) != null) {
            throw new IllegalStateException(name + " has two fields named " + member.name());
        }
    }

    private <T extends Member> Stream<T> members(Class<T> kind) {
        return members.values().stream().filter(kind::isInstance).map(kind::cast);
    }
}
