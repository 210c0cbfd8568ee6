/** Failures that any package throws, and the codes of errors. */
@NullMarked
package org.jointdefence.registry.error;

import org.jspecify.annotations.NullMarked;
