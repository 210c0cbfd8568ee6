/** Production facilities. */
@NullMarked
package org.jointdefence.registry.facility;

import org.jspecify.annotations.NullMarked;
