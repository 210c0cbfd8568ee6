/** Parses, limits, validates and caches documents, and finds trusted and registered documents by their ids. */
@NullMarked
package org.jointdefence.registry.request.document;

import org.jspecify.annotations.NullMarked;
