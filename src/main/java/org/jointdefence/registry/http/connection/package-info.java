/** Connections: their number, the time each may wait for a request, and rules for the head of a request. */
@NullMarked
package org.jointdefence.registry.http.connection;

import org.jspecify.annotations.NullMarked;
