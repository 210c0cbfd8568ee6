/** What a mutation writes, read from its input with all its faults. */
@NullMarked
package org.jointdefence.registry.write.input;

import org.jspecify.annotations.NullMarked;
