/** Executes GraphQL requests, whatever transport they came by. */
@NullMarked
package org.jointdefence.registry.request;

import org.jspecify.annotations.NullMarked;
