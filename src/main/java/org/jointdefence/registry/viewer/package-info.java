/** The root field {@code viewer}: the caller's own identity, roles and clearance. */
@NullMarked
package org.jointdefence.registry.viewer;

import org.jspecify.annotations.NullMarked;
