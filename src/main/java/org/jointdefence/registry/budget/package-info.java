/** What requests may cost: the limits on each, the places and bytes that all of them share, and what the heap must hold. */
@NullMarked
package org.jointdefence.registry.budget;

import org.jspecify.annotations.NullMarked;
