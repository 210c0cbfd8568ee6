/** How failures become errors of a response, and entries of the service's log. */
@NullMarked
package org.jointdefence.registry.request.error;

import org.jspecify.annotations.NullMarked;
