/**
 * Finds trusted and registered documents; parses, limits, validates and caches documents. Also completes the schema with
 * the standard's scalars and directives.
 */
@NullMarked
package org.jointdefence.registry.request.document;

import org.jspecify.annotations.NullMarked;
