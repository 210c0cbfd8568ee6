/** The caller as the caller sees it: the root field {@code viewer}. */
@NullMarked
package org.jointdefence.registry.viewer;

import org.jspecify.annotations.NullMarked;
