/** What answering an operation can cost at most, from its document alone. */
@NullMarked
package org.jointdefence.registry.request.cost;

import org.jspecify.annotations.NullMarked;
