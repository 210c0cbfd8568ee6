package org.jointdefence.registry.equivalence.reference;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.jointdefence.registry.clearance.Caller;

/** What the reference knows of a database that does not change: for one thread at a time. */
public final class ReferenceData {
    private final DataSource database;
    private final ReferenceTexts texts;
    private final Map<Caller, ReferenceViews> views = new HashMap<>();

    public ReferenceData(DataSource database) {
        this.database = database;
        this.texts = new ReferenceTexts(database);
    }

    public ReferenceTexts texts() {
        return texts;
    }

    /** Everything that this caller may know, read when it is asked for first. */
    public ReferenceViews views(Caller caller) throws SQLException {
        ReferenceViews known = views.get(caller);
        if (known == null) {
            known = ReferenceViews.of(database, caller);
            views.put(caller, known);
            texts.learn(known.texts());
        }
        return known;
    }
}
