/** The selection set of an operation as a plan: statements for each level of nesting, and writers for their rows. */
@NullMarked
package org.jointdefence.registry.selection.plan;

import org.jspecify.annotations.NullMarked;
