/** Connections: how many there may be, how long each may wait for a request, and what a request's head must be. */
@NullMarked
package org.jointdefence.registry.http.connection;

import org.jspecify.annotations.NullMarked;
