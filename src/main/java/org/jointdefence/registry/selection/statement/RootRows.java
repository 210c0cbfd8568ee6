package org.jointdefence.registry.selection.statement;

/** The rows that the statements of one root field have found, as whatever writes or records them sees them. */
public interface RootRows {
    /** The rows of a statement whose level was reached. */
    Rows rows(Statement statement);

    /** Whether the level of a statement was reached: it is not where no row above it has anything below. */
    boolean reached(Statement statement);

    /** How many of the rows found of one key are on the page. */
    int shown(Page page, int found);

    /** The cursor of a place in an order, for this caller. */
    byte[] cursor(String order, byte[] place);

    /** The version of a record with this digest, in ASCII. */
    byte[] version(byte[] digest);
}
