/** Who the caller is, and what that lets them see. */
@NullMarked
package org.jointdefence.registry.clearance;

import org.jspecify.annotations.NullMarked;
