/** Annotations of entities, in addition to JPA: classification, access, names, order and search. */
@NullMarked
package org.jointdefence.registry.mapping;

import org.jspecify.annotations.NullMarked;
