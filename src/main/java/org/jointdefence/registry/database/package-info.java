/** The only way to PostgreSQL: sets the caller, runs transactions, checks the database at start, and says what its failures mean. */
@NullMarked
package org.jointdefence.registry.database;

import org.jspecify.annotations.NullMarked;
