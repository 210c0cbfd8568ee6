/** What a caller with an evening to spare sends to harm the others, against the package with the heap that it ships with. */
@NullMarked
package org.jointdefence.registry.abuse;

import org.jspecify.annotations.NullMarked;
