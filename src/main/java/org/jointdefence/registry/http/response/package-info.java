/** Responses: content negotiation, status, headers and body. */
@NullMarked
package org.jointdefence.registry.http.response;

import org.jspecify.annotations.NullMarked;
