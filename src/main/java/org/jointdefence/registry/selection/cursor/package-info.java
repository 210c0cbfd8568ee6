/** Cursors: encrypted positions in an order, bound to one caller. */
@NullMarked
package org.jointdefence.registry.selection.cursor;

import org.jspecify.annotations.NullMarked;
