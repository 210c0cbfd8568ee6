package org.jointdefence.registry.equivalence.reference;

import java.util.Objects;
import org.jointdefence.registry.clearance.Caller;
import org.jointdefence.registry.equivalence.OpaqueTexts;
import org.jointdefence.registry.error.ClientError;
import org.jspecify.annotations.Nullable;

/** Cursors that say in clear what the engine's have under a seal: for whom, of what, in which order, at which record. */
final class ReferenceCursors {
    private final ReferenceViews views;
    private final String view;
    private final String scope;
    private final ReferenceOrder order;

    /** The cursors of one connection, named by what it is of, in one order. */
    ReferenceCursors(ReferenceViews views, String view, String connection, ReferenceOrder order) {
        this.views = views;
        this.order = order;
        this.view = view;
        Caller caller = views.caller();
        this.scope = OpaqueTexts.MARK + "cursor|" + caller.issuer() + "|" + caller.subject() + "|" + connection + "|"
                + order.text() + "|";
    }

    String at(ReferenceRow row) {
        return scope + Objects.requireNonNull(row.get("id")) + "|"
                + Integer.toHexString(order.values(row).hashCode());
    }

    /** The record at a cursor, if there is a cursor. */
    @Nullable
    ReferenceRow record(@Nullable Object cursor) {
        if (cursor == null) {
            return null;
        }
        String text = (String) cursor;
        if (text.startsWith(scope)) {
            String id = text.substring(scope.length(), text.indexOf('|', scope.length()));
            for (ReferenceRow row : views.rows(view, "id", id)) {
                return row;
            }
        }
        throw ClientError.badInput("no cursor of this connection");
    }
}
