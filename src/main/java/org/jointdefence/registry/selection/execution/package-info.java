/** Executes plans in one transaction, records the classified reads, and passes the results to graphql-java. */
@NullMarked
package org.jointdefence.registry.selection.execution;

import org.jspecify.annotations.NullMarked;
