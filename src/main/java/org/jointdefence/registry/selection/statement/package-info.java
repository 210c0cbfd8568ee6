/** SQL statements, where the values of their parameters come from, and the rows that they find. */
@NullMarked
package org.jointdefence.registry.selection.statement;

import org.jspecify.annotations.NullMarked;
