/** The GraphQL schema of the entity types. */
@NullMarked
package org.jointdefence.registry.selection.schema;

import org.jspecify.annotations.NullMarked;
