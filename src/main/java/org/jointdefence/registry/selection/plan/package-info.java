/** Compiles selection sets into plans: statements for each level of nesting, and writers for their rows. */
@NullMarked
package org.jointdefence.registry.selection.plan;

import org.jspecify.annotations.NullMarked;
