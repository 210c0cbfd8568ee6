/** Filter arguments as SQL conditions. */
@NullMarked
package org.jointdefence.registry.selection.filter;

import org.jspecify.annotations.NullMarked;
