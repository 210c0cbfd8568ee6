/** Parses GraphQL requests from JSON and URL parameters, within limits. */
@NullMarked
package org.jointdefence.registry.request.input;

import org.jspecify.annotations.NullMarked;
