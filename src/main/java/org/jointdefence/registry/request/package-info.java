/** Executes GraphQL requests, independently of their transport. */
@NullMarked
package org.jointdefence.registry.request;

import org.jspecify.annotations.NullMarked;
