package org.jointdefence.registry.selection.statement;

/** The rows of a root field's statements, for the classes that write or record them. */
public interface RootRows {
    /** The rows of a statement whose level was executed. */
    Rows rows(Statement statement);

    /** Whether the level of a statement was executed; it is skipped if no row above it needs rows below. */
    boolean reached(Statement statement);

    /** The number of rows on the page, of those fetched for one key. */
    int shown(Page page, int found);

    /** The cursor of a position in an order, for this caller. */
    byte[] cursor(String order, byte[] position);

    /** The version of a record with this digest, in ASCII. */
    byte[] version(byte[] digest);
}
