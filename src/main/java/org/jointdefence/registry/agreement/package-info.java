/** Agreements between the partners, and the programmes that they belong to. */
@NullMarked
package org.jointdefence.registry.agreement;

import org.jspecify.annotations.NullMarked;
