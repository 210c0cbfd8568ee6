/** Writes a row to the log for each response that needs one and gets its marking; seals and verifies the log. */
@NullMarked
package org.jointdefence.registry.audit;

import org.jspecify.annotations.NullMarked;
