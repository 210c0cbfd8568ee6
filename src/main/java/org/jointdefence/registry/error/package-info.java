/** The errors of a response and their codes. */
@NullMarked
package org.jointdefence.registry.error;

import org.jspecify.annotations.NullMarked;
