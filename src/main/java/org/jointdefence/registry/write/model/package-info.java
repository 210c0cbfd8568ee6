/** The mutations and their inputs, derived from the entities, and their types in the schema. */
@NullMarked
package org.jointdefence.registry.write.model;

import org.jspecify.annotations.NullMarked;
