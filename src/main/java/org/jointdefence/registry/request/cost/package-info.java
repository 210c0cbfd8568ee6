/** Estimates the maximum cost of an operation from its document and variables, before execution. */
@NullMarked
package org.jointdefence.registry.request.cost;

import org.jspecify.annotations.NullMarked;
