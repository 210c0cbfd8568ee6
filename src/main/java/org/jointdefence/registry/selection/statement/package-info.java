/** SQL statements, the sources of their parameters' values, and their rows. */
@NullMarked
package org.jointdefence.registry.selection.statement;

import org.jspecify.annotations.NullMarked;
