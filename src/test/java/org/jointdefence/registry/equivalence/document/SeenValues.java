package org.jointdefence.registry.equivalence.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jointdefence.registry.equivalence.reference.ReferenceIds;
import org.jspecify.annotations.Nullable;

/** What earlier answers have shown, for later documents to ask with: values by their keys, ids by type, cursors. */
public final class SeenValues {
    private static final int MOST = 400;
    private static final int FEW_INSTANTS = 3;

    /** A cursor and the order that it belongs to. */
    record Cursor(String text, String orderBy) {}

    private final Map<String, Set<Object>> values = new HashMap<>();
    private final Map<String, List<Cursor>> cursors = new HashMap<>();
    private final List<String> instants = new ArrayList<>();
    private final int mostInstants;

    /** With a few instants of the past, since the reference reads everything anew for each of them. */
    public SeenValues() {
        this(FEW_INSTANTS);
    }

    private SeenValues(int mostInstants) {
        this.mostInstants = mostInstants;
    }

    /** With so many instants of the past. */
    public static SeenValues withInstants(int most) {
        return new SeenValues(most);
    }

    /** Takes up the answer that a caller got. */
    public void add(String caller, RandomDocument document, @Nullable Object data) {
        addValues("", data);
        document.sites().forEach(site -> addCursors(caller, site, site.path(), data));
    }

    private void addValues(String key, @Nullable Object value) {
        switch (value) {
            case Map<?, ?> object -> object.forEach((name, child) -> addValues((String) name, child));
            case List<?> list -> list.forEach(child -> addValues(key, child));
            case null -> {}
            default -> {
                String type = key.equals("id") ? ReferenceIds.type(value.toString()) : null;
                Set<Object> known =
                        values.computeIfAbsent(type == null ? key : key + ":" + type, missing -> new LinkedHashSet<>());
                if (known.size() < MOST) {
                    known.add(value);
                }
            }
        }
    }

    private void addCursors(String caller, RandomDocument.Site site, List<String> path, @Nullable Object value) {
        switch (value) {
            case List<?> list -> list.forEach(child -> addCursors(caller, site, path, child));
            case Map<?, ?> object -> {
                if (!path.isEmpty()) {
                    addCursors(caller, site, path.subList(1, path.size()), object.get(path.getFirst()));
                    return;
                }
                addCursor(caller, site, object.get("pageInfo"), "startCursor");
                addCursor(caller, site, object.get("pageInfo"), "endCursor");
                if (object.get("edges") instanceof List<?> edges) {
                    edges.forEach(edge -> addCursor(caller, site, edge, "cursor"));
                }
            }
            case null, default -> {}
        }
    }

    private void addCursor(String caller, RandomDocument.Site site, @Nullable Object object, String key) {
        if (object instanceof Map<?, ?> map && map.get(key) instanceof String text) {
            List<Cursor> known =
                    cursors.computeIfAbsent(caller + " " + site.connection(), missing -> new ArrayList<>());
            if (known.size() < MOST) {
                known.add(new Cursor(text, site.orderBy()));
            }
        }
    }

    /** A cursor that this caller got from this connection. */
    Optional<Cursor> cursor(Random random, String caller, String connection) {
        return any(random, cursors.getOrDefault(caller + " " + connection, List.of()));
    }

    /** A cursor that this caller got from this connection in this order. */
    Optional<String> cursor(Random random, String caller, String connection, String orderBy) {
        return any(
                        random,
                        cursors.getOrDefault(caller + " " + connection, List.of()).stream()
                                .filter(cursor -> cursor.orderBy().equals(orderBy))
                                .toList())
                .map(Cursor::text);
    }

    /** A cursor that some caller got from some connection. */
    Optional<Cursor> anyCursor(Random random) {
        return any(random, cursors.values().stream().flatMap(List::stream).toList());
    }

    /** An instant of the past that a change was shown with. */
    Optional<String> instant(Random random) {
        if (instants.size() < mostInstants) {
            value(random, "at").ifPresent(seen -> instants.add(seen.toString()));
        }
        return any(random, instants);
    }

    /** Something that was shown under this key. */
    Optional<Object> value(Random random, String key) {
        return any(random, List.copyOf(values.getOrDefault(key, Set.of())));
    }

    /** An id of this type, or of any. */
    Optional<Object> id(Random random, String type) {
        if (!type.equals("Node")) {
            return value(random, "id:" + type);
        }
        List<String> types = values.keySet().stream()
                .filter(key -> key.startsWith("id:"))
                .sorted()
                .toList();
        return any(random, types).flatMap(key -> value(random, key));
    }

    private static <T> Optional<T> any(Random random, List<T> list) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
    }
}
