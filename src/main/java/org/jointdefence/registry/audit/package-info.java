/** The log of classified reads: its terms, its chain of hashes and their verification. */
@NullMarked
package org.jointdefence.registry.audit;

import org.jspecify.annotations.NullMarked;
