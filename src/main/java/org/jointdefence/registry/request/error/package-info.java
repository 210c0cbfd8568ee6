/** Errors of requests: their form in responses and in the service's log. */
@NullMarked
package org.jointdefence.registry.request.error;

import org.jspecify.annotations.NullMarked;
