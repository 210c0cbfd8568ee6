/** The list of all entity types in the schema. */
@NullMarked
package org.jointdefence.registry.catalogue;

import org.jspecify.annotations.NullMarked;
