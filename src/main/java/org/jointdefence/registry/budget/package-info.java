/** Limits on single requests, budgets of permits and bytes that all requests share, and the check of the heap size. */
@NullMarked
package org.jointdefence.registry.budget;

import org.jspecify.annotations.NullMarked;
