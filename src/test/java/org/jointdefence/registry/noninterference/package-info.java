/** What a caller may not read changes nothing in any answer to them. */
@NullMarked
package org.jointdefence.registry.noninterference;

import org.jspecify.annotations.NullMarked;
