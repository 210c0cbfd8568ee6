/** Denial-of-service attacks on the package, with the heap of its container. */
@NullMarked
package org.jointdefence.registry.abuse;

import org.jspecify.annotations.NullMarked;
