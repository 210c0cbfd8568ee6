/** Errors of requests: how they are told to clients and to our log. */
@NullMarked
package org.jointdefence.registry.request.error;

import org.jspecify.annotations.NullMarked;
