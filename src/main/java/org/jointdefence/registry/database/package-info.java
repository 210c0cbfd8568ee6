/**
 * Access to PostgreSQL: sets the caller, runs transactions, checks the database at start, and classifies its failures.
 */
@NullMarked
package org.jointdefence.registry.database;

import org.jspecify.annotations.NullMarked;
