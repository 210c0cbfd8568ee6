/** Executes mutations: the writes through the views, in one transaction. */
@NullMarked
package org.jointdefence.registry.write;

import org.jspecify.annotations.NullMarked;
