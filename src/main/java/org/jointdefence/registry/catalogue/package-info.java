/** The list of everything that the schema shows. */
@NullMarked
package org.jointdefence.registry.catalogue;

import org.jspecify.annotations.NullMarked;
