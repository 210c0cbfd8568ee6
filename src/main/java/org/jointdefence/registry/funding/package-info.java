/** Allocations, transactions and fundraising campaigns. */
@NullMarked
package org.jointdefence.registry.funding;

import org.jspecify.annotations.NullMarked;
