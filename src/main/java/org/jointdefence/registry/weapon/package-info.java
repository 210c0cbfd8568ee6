/** Weapon systems, whose details are classified. */
@NullMarked
package org.jointdefence.registry.weapon;

import org.jspecify.annotations.NullMarked;
