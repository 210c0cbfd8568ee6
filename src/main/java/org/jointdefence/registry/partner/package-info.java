/** Partner firms and their identifiers. */
@NullMarked
package org.jointdefence.registry.partner;

import org.jspecify.annotations.NullMarked;
