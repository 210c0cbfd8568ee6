/** The partnership registry: firms, facilities and weapon systems, shown to each caller as far as they are cleared. */
@NullMarked
package org.jointdefence.registry;

import org.jspecify.annotations.NullMarked;
