/** Which labels reading depends on: the one place that declares to the log what is read. */
@NullMarked
package org.jointdefence.registry.selection.access;

import org.jspecify.annotations.NullMarked;
