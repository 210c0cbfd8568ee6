/** The caller of a request, with clearance and roles. */
@NullMarked
package org.jointdefence.registry.clearance;

import org.jspecify.annotations.NullMarked;
