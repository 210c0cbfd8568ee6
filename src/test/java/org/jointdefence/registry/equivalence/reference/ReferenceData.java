package org.jointdefence.registry.equivalence.reference;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jointdefence.registry.clearance.Caller;
import org.jspecify.annotations.Nullable;

/** What the reference knows of a database that does not change: for one thread at a time. */
public final class ReferenceData {
    private final DataSource database;
    private final ReferenceTexts texts;
    private final Map<Seen, ReferenceViews> views = new HashMap<>();

    /** Who sees it, as of an instant or now. */
    private record Seen(Caller caller, @Nullable String instant) {}

    public ReferenceData(DataSource database) {
        this.database = database;
        this.texts = new ReferenceTexts(database);
    }

    public ReferenceTexts texts() {
        return texts;
    }

    /** Everything that this caller may know, read when it is asked for first. */
    public ReferenceViews views(Caller caller) throws SQLException {
        return views(caller, null);
    }

    private ReferenceViews views(Caller caller, @Nullable String instant) throws SQLException {
        ReferenceViews known = views.get(new Seen(caller, instant));
        if (known == null) {
            known = ReferenceViews.of(database, caller, instant, other -> {
                try {
                    return views(caller, other);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            views.put(new Seen(caller, instant), known);
            texts.learn(known.texts());
        }
        return known;
    }
}
