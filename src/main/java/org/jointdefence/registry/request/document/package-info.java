/** Documents: parsed, limited, validated and kept; trusted and registered ones by their ids. */
@NullMarked
package org.jointdefence.registry.request.document;

import org.jspecify.annotations.NullMarked;
