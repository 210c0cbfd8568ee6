/** Requests as they come in: JSON within limits. */
@NullMarked
package org.jointdefence.registry.request.input;

import org.jspecify.annotations.NullMarked;
