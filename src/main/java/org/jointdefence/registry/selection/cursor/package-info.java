/** Cursors: places in an order, encrypted for one caller. */
@NullMarked
package org.jointdefence.registry.selection.cursor;

import org.jspecify.annotations.NullMarked;
