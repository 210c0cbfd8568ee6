/** Partner firms with their names, identifiers and addresses. */
@NullMarked
package org.jointdefence.registry.partner;

import org.jspecify.annotations.NullMarked;
