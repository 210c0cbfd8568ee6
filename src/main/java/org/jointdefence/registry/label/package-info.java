/** Labels, and what several concepts share: countries, money, capabilities, the base of records. */
@NullMarked
package org.jointdefence.registry.label;

import org.jspecify.annotations.NullMarked;
