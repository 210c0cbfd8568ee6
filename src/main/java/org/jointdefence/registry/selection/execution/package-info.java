/** Runs plans in one transaction, records what was read, and hands the results to graphql-java. */
@NullMarked
package org.jointdefence.registry.selection.execution;

import org.jspecify.annotations.NullMarked;
