/** Sort keys, and the SQL of an order. */
@NullMarked
package org.jointdefence.registry.selection.order;

import org.jspecify.annotations.NullMarked;
